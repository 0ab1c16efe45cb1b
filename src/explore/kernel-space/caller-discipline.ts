import type { Helper, OpenCall } from '../../engine/model.ts';
import { countOpenCalls, popCall } from '../../engine/open-calls.ts';
import { createChunkedArray } from '../search/chunked-array.ts';
import type { StackMove } from '../search/space.ts';
import { type Books, EMPTY_BOOK } from './canonical-state.ts';
import type { EnabledAction } from './enabled-actions.ts';
import { createNestingOrders, type Opener } from './nesting-orders.ts';
import { countedSides, MAX_OPEN, type SearchScope } from './scope.ts';

/**
 * Decides which calls a caller may make, given what it has open. Properly nested calls need the order of what is open:
 * a string of enables and pauses per context (the tasks, then the interrupt). If one task nests without a limit, only the
 * innermost is kept and the search's stack holds the rest.
 */
export interface CallerDiscipline {
  readonly usesStack: boolean;
  /** Number of the initial nesting order. A number stands for the strings of all contexts. */
  readonly initial: number;
  /** Whether a context may make a call. */
  allows(helper: Helper, books: Books, order: number, context: number): boolean;
  /** The same where open calls are counted in bytes: enables at index `at`, pauses after it. */
  allowsCounted(helper: Helper, bytes: Uint8Array, at: number): boolean;
  /** Whether an interrupt may end; one with properly nested calls closes what it opened first. */
  mayEnd(order: number, context: number): boolean;
  /** Whether a call nests deeper than a counter can count, which properly nested calls never do. */
  isTooDeep(helper: Helper, bytes: Uint8Array, added: Uint8Array): boolean;
  /** The nesting order after an action, and the action's effect on the stack. `call` is one that completes. */
  turn(order: number, kind: EnabledAction['kind'], call: EnabledAction['call']): Turn;
  /** Memory that it holds, in bytes. */
  bytes(): number;
}

interface Turn {
  readonly order: number;
  readonly stack: StackMove;
}

export function createCallerDiscipline(scope: SearchScope, all: number): CallerDiscipline {
  const { callers, open, tasks: acting } = scope;
  const maxOpen = open ?? MAX_OPEN;
  const counted = countedSides(scope);
  const balanced = callers === 'balanced';
  // The top of a stack does not show how much is open.
  const usesStack = balanced && acting === 1 && !open;
  /** The interrupt's context follows those of the tasks. */
  const orders = createNestingOrders(all + 1);
  /** The order after a turn, plus 1, by the order before it and the kind of turn. */
  const turns = createChunkedArray();
  const kindsOfTurn = 2 + HELPERS.length * (all + 1);
  const fits = (helper: Helper, depth: (side: keyof typeof maxOpen) => number): boolean => {
    const side = SIDE[helper];
    if (OPENS[helper]) return !counted[side] || depth(side) < maxOpen[side];
    return callers !== 'paired' || depth(side) > 0;
  };

  const orderAfter = (order: number, kind: EnabledAction['kind'], call: EnabledAction['call']): number => {
    // An interrupt has its own string, and its own stack on top of its task's.
    if (kind === 'begin') return orders.enter(order, all);
    if (kind === 'end') return orders.leave(order, all);
    if (!call) return order;
    const { helper, context } = call;
    return OPENS[helper] ? orders.open(order, context, OPENER[helper], usesStack) : orders.close(order, context);
  };

  return {
    usesStack,
    initial: orders.initial,
    allows(helper, books, order, context) {
      if (!balanced) return fits(helper, (side) => countOpenCalls(books[context]?.[side] ?? []));
      if (!OPENS[helper]) return orders.innermost(order, context) === OPENER[helper];
      return !open || orders.depth(order, context, OPENER[helper]) < open[SIDE[helper]];
    },
    allowsCounted: (helper, bytes, at) => fits(helper, (side) => bytes[side === 'enables' ? at : at + 1] as number),
    mayEnd: (order, context) => !balanced || orders.innermost(order, context) === null,
    isTooDeep: (helper, bytes, added) =>
      balanced && OPENS[helper] && bytes.some((byte, i) => byte === 255 && added[i] === 1),
    turn(order, kind, call) {
      const opens = call ? OPENS[call.helper] : kind === 'begin';
      const isTurn = kind === 'begin' || kind === 'end' || (call !== null && balanced);
      if (!isTurn) return { order, stack: 'keep' };
      const at =
        order * kindsOfTurn +
        (call ? 2 + HELPERS.indexOf(call.helper) + HELPERS.length * call.context : kind === 'begin' ? 0 : 1);
      if (turns.get(at) === 0) turns.set(at, orderAfter(order, kind, call) + 1);
      return { order: turns.get(at) - 1, stack: !usesStack ? 'keep' : opens ? 'push' : 'pop' };
    },
    bytes: () => orders.bytes + turns.bytes,
  };
}

/** Returns the abstraction of the books: what the property reads of them, which may be only how many calls are open. */
export function bookAbstraction(reads: 'none' | 'counts' | 'calls', usesStack: boolean): (books: Books) => Books {
  if (reads === 'none') return (books) => books.map(() => EMPTY_BOOK);
  const keep = (open: readonly OpenCall[]): readonly OpenCall[] => {
    const top = usesStack ? innermost(open) : open;
    return reads === 'counts' ? plainCalls(countOpenCalls(top)) : top;
  };
  return (books) => books.map(({ enables, pauses }) => ({ enables: keep(enables), pauses: keep(pauses) }));
}

const plainCalls = (times: number): readonly OpenCall[] => (times === 0 ? [] : [{ times, effective: true }]);

const HELPERS: readonly Helper[] = ['enable', 'disable', 'pause', 'resume'];
const OPENS = { enable: true, pause: true, disable: false, resume: false } satisfies Record<Helper, boolean>;
const SIDE = { enable: 'enables', disable: 'enables', pause: 'pauses', resume: 'pauses' } as const;
const OPENER = { enable: 'enable', disable: 'enable', pause: 'pause', resume: 'pause' } satisfies Record<
  Helper,
  Opener
>;

/**
 * Keeps the innermost open call and the one around it: what a rule can see, and whether any is left after the first is
 * closed.
 */
function innermost(open: readonly OpenCall[]): readonly OpenCall[] {
  const { closed, left } = popCall(open);
  if (!closed) return open;
  const one = { ...closed, times: 1 };
  const around = popCall(left).closed;
  if (!around) return [one];
  return left.length === open.length ? [{ ...one, times: 2 }] : [{ ...around, times: 1 }, one];
}
