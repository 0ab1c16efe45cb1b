import type { Helper, OpenCall, OpenCalls } from '../../engine/model.ts';
import { countOpenCalls, popCall } from '../../engine/open-calls.ts';
import { createInterner } from '../search/interner.ts';
import type { StackMove } from '../search/space.ts';
import { type Books, EMPTY_BOOK } from './canonical-state.ts';
import type { EnabledAction } from './enabled-actions.ts';
import { countedSides, MAX_OPEN, type SearchScope } from './scope.ts';

/**
 * What callers may do, by what they have open. For those who nest properly that is a word of `E` and `P` for each context
 * (the tasks, and last the interrupt if there is one), and where one task nests without a bound, its last letter: the rest is a search's stack.
 */
export interface CallerDiscipline {
  readonly usesStack: boolean;
  /** Numbers stand for the words of all contexts. */
  readonly initial: number;
  /** Whether a context may make a call. */
  allows(helper: Helper, books: Books, order: number, context: number): boolean;
  /** The same for one whose open calls are counted, where what is open is counted in bytes: its enables at a place, and then its pauses. */
  allowsCounted(helper: Helper, bytes: Uint8Array, at: number): boolean;
  /** Whether an interrupt may end: one that nests properly closes what it opened. */
  mayEnd(order: number, context: number): boolean;
  /** Whether a call nests deeper than its counter counts: who nests properly does not. */
  isTooDeep(helper: Helper, bytes: Uint8Array, added: Uint8Array): boolean;
  /** The order behind an act, and what the act is for the stack. `call` is one that is done. */
  turn(order: number, kind: EnabledAction['kind'], call: EnabledAction['call']): Turn;
}

interface Turn {
  readonly order: number;
  readonly stack: StackMove;
}

export function createCallerDiscipline(scope: SearchScope, all: number): CallerDiscipline {
  const { callers, open, tasks: acting } = scope;
  const most = open ?? MAX_OPEN;
  const counted = countedSides(scope);
  const balanced = callers === 'balanced';
  // How much is open is not seen from a top alone.
  const usesStack = balanced && acting === 1 && !open;
  const words = createInterner<readonly string[]>();
  const turns: Turn[][] = [];
  const fits = (helper: Helper, depth: (side: keyof typeof most) => number): boolean => {
    const side = SIDE[helper];
    if (OPENS[helper]) return !counted[side] || depth(side) < most[side];
    return callers !== 'paired' || depth(side) > 0;
  };
  const wordOf = (order: number, context: number) => words.get(order)[context] ?? '';

  const turnOf = (order: number, kind: EnabledAction['kind'], call: EnabledAction['call']): Turn => {
    const old = words.get(order);
    const push = usesStack ? 'push' : 'keep';
    const pop = usesStack ? 'pop' : 'keep';
    // An interrupt has a word of its own, and a stack of its own on top of its task's.
    if (kind === 'begin') return { order: words.numberOf([...old, '']), stack: push };
    if (kind === 'end') return { order: words.numberOf(old.slice(0, all)), stack: pop };
    if (!call || !balanced) return { order, stack: 'keep' };
    const { helper, context } = call;
    const word = wordOf(order, context);
    const longer = usesStack ? LETTER[helper] : word + LETTER[helper];
    const now = OPENS[helper] ? longer : word.slice(0, -1);
    const order2 = words.numberOf(old.map((one, i) => (i === context ? now : one)));
    return { order: order2, stack: OPENS[helper] ? push : pop };
  };

  return {
    usesStack,
    initial: words.numberOf(Array.from({ length: all }, () => '')),
    allows(helper, books, order, context) {
      if (!balanced) return fits(helper, (side) => countOpenCalls(books[context]?.[side] ?? []));
      const word = wordOf(order, context);
      if (!OPENS[helper]) return word.endsWith(LETTER[helper]);
      return !open || word.split(LETTER[helper]).length <= open[SIDE[helper]];
    },
    allowsCounted: (helper, bytes, at) => fits(helper, (side) => bytes[side === 'enables' ? at : at + 1] as number),
    mayEnd: (order, context) => !balanced || wordOf(order, context) === '',
    isTooDeep: (helper, bytes, added) =>
      balanced && OPENS[helper] && bytes.some((byte, i) => byte === 255 && added[i] === 1),
    turn(order, kind, call) {
      turns[order] ??= [];
      const at = call ? 2 + HELPERS.indexOf(call.helper) + HELPERS.length * call.context : kind === 'begin' ? 0 : 1;
      if (!call && kind !== 'begin' && kind !== 'end') return { order, stack: 'keep' };
      turns[order][at] ??= turnOf(order, kind, call);
      return turns[order][at];
    },
  };
}

/** What of the books is told apart: what the question reads of them. */
export function bookAbstraction(reads: boolean, usesStack: boolean): (books: Books) => Books {
  const keep = (book: OpenCalls): OpenCalls => {
    if (!reads) return EMPTY_BOOK;
    return usesStack ? { enables: innermost(book.enables), pauses: innermost(book.pauses) } : book;
  };
  return (books) => books.map(keep);
}

const HELPERS: readonly Helper[] = ['enable', 'disable', 'pause', 'resume'];
const OPENS = { enable: true, pause: true, disable: false, resume: false } satisfies Record<Helper, boolean>;
const SIDE = { enable: 'enables', disable: 'enables', pause: 'pauses', resume: 'pauses' } as const;
const LETTER = { enable: 'E', disable: 'E', pause: 'P', resume: 'P' } as const;

/** The innermost open call and the one around it: what a rule can see, and whether any is left when the first is closed. */
function innermost(open: readonly OpenCall[]): readonly OpenCall[] {
  const { closed, left } = popCall(open);
  if (!closed) return open;
  const one = { ...closed, times: 1 };
  const around = popCall(left).closed;
  if (!around) return [one];
  return left.length === open.length ? [{ ...one, times: 2 }] : [{ ...around, times: 1 }, one];
}
