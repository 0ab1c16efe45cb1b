import { currentOf } from '../../engine/machine.ts';
import type { Finding, Machine } from '../../engine/model.ts';
import type { Kept } from '../../engine/rules/rule.ts';
import type { World } from '../../engine/setup/world.ts';
import { addBytes } from '../search/add-bytes.ts';
import { internerOf } from '../search/interner.ts';
import { GOAL, type Space, type StackMove } from '../search/space.ts';
import { stateSetOf } from '../search/state-set.ts';
import { tapeOf } from '../search/tape.ts';
import { type Act, actsOf, moveOf } from './actions.ts';
import type { Books } from './canonical-state.ts';
import { cellsOf } from './cells.ts';
import { type Moved, type Mover, moverOf } from './mover.ts';
import { differing, type Seen } from './observation.ts';
import { keeping, ordersOf } from './orders.ts';
import { type Plan, planOf } from './plan.ts';
import { countedIn, MOST_OPEN, type Scope, tasksIn } from './scope.ts';
import { layoutOf } from './state-layout.ts';

/** What a space of kernel states is made of. */
export interface Asked {
  readonly scope: Scope;
  /** The worlds in which the same things happen: one for a rule, two that are compared. */
  readonly worlds: readonly [World] | readonly [World, World];
  /** The world whose checks say what callers may do; null: another discipline does. */
  readonly legal: World | null;
  /** What is looked for in the first world; null: a difference between the two. */
  readonly breaks: ((finding: Finding) => boolean) | null;
  /** Whether two rows of an act look as different as is looked for; absent: in whatever way. */
  readonly differs?: (act: Act, left: Seen, right: Seen) => boolean;
  /** A machine of the first world that is looked for, behind an act that is done as a whole. */
  readonly reached?: (machine: Machine) => boolean;
  /** What that can depend on that is kept for rules alone. */
  readonly reads: ReadonlySet<Kept>;
}

/** What a state stands for, one of each a world: its machine without what the bytes say, and them. */
export interface Unpacked {
  readonly templates: readonly Machine[];
  readonly bytes: readonly (readonly number[])[];
  readonly books: Books;
  readonly order: number;
}

export interface KernelSpace extends Space {
  unpack(state: ArrayLike<number>): Unpacked;
  pack(parts: Unpacked): Uint32Array;
  /** Where in a world's bytes what a context has of its own stands, of a task or the interrupt behind them. */
  bytesOf(world: number, context: number): readonly number[];
}

/**
 * The states of a kernel, or of two or three in lock-step. Words of a state: for each world its bytes, four a word; then a
 * number for all else: the templates, and with a stack, in a word of its own, its top; without one, that belongs to the
 * former. The top is the books of the first world and the order of what is open.
 *
 * All moves from a state are worked out once for its numbers and the classes of its bytes, and written on a tape: whatever
 * was met before is one look-up, and an addition of bytes for each move.
 *
 * `met` is told a state of each kind: of those whose moves are worked out together.
 */
export function kernelSpaceOf(
  { scope, worlds, legal, breaks, differs = looksDifferent, reached, reads }: Asked,
  met?: (state: Uint32Array) => void,
): KernelSpace {
  const tasks = tasksIn(scope);
  const acts = actsOf(scope);
  // Where nothing is configured no call does anything, and it does not matter what is open.
  const readsBook = reads.has('book') && worlds.some((world) => world.backend.configured);
  const counted = countedIn(scope);
  const counts = (counted.enables || counted.pauses) && !readsBook;
  const orders = ordersOf(scope, tasks.length);
  const { framed } = orders;
  const books = internerOf<Books>();
  const stops = scope.interrupts === 'statements' ? 'all' : scope.preempt === 'statements' ? 'telling' : 'none';
  const noBooks = (all: Books): Books => all.map(() => ({ enables: [], pauses: [] }));
  const keep = counts ? counted : keeping(readsBook, framed);
  const judge = legal === null ? -1 : judgeAmong(worlds, legal);
  const movers = [...worlds, ...(legal && judge < 0 ? [legal] : [])].map((world, index) =>
    moverOf({
      ...{ world, tasks, acts, stops, reads, books, open: scope.open ?? MOST_OPEN },
      breaks: index === 0 && breaks ? breaks : () => false,
      keep: index === 0 ? keep : noBooks,
      reached: index === 0 && reached ? reached : null,
    }),
  );
  const legalAt = legal === null ? -1 : judge < 0 ? movers.length - 1 : judge;
  const [first] = movers as [Mover];
  const layout = layoutOf(movers.map(({ initial }) => initial.bytes.length));
  const width = layout.width + (framed ? 2 : 1);
  const empty = books.numberOf(tasks.map(() => ({ enables: [], pauses: [] })));

  /** Numbers for the templates, and the books and the order. */
  const rests = stateSetOf(movers.length + (framed ? 0 : 2));
  const tops = stateSetOf(2);
  const rest = new Uint32Array(movers.length + 2);
  const top = new Uint32Array(2);
  const seal = (target: Uint32Array, templates: readonly number[], book: number, order: number) => {
    for (let i = 0; i < movers.length; i++) rest[i] = templates[i] as number;
    const pair = framed ? top : rest.subarray(movers.length);
    pair[0] = book;
    pair[1] = order;
    target[layout.width] = rests.add(rest);
    if (framed) target[layout.width + 1] = tops.add(top);
  };
  const initial = new Uint32Array(width);
  movers.forEach((mover, i) => {
    layout.write(initial, i, mover.initial.bytes);
  });
  seal(
    initial,
    movers.map((mover) => mover.initial.template),
    empty,
    orders.initial,
  );

  /** A run that ends earlier has looked different before. */
  const areDifferent = ({ seen: left }: Moved, { seen: right }: Moved, act: Act): boolean =>
    left.some((row, i) => right[i] !== undefined && differs(act, row, right[i]));
  const plans: Plan[] = [];
  const bytes = movers.map((mover) => new Uint8Array(mover.initial.bytes.length));
  const behind = new Uint32Array(width);

  /** Writes all moves from a state on the tape, whose words are in `rest` and `bytes`. */
  const workOut = (templates: readonly number[], open: number, order: number) => {
    const [template = 0] = templates;
    if (!breaks && !areComparable(worlds.map((_, i) => (movers[i] as Mover).template(templates[i] as number)))) return;
    plans[template] ??= planOf(first.template(template), acts, scope);
    const { context, acts: possible } = plans[template];
    for (const { number, cost, kind, call } of possible) {
      if (kind === 'start' && call) {
        if (counts && !orders.allowsCounted(call.helper, bytes[0] as Uint8Array, first.countsAt(context))) continue;
        if (!counts && !orders.allows(call.helper, books.get(open), order, context)) continue;
      }
      if (kind === 'end' && !orders.mayEnd(order, context)) continue;
      const results = movers.map((mover, i) =>
        mover.moves(templates[i] as number, bytes[i] as Uint8Array, i === 0 ? open : empty, number),
      );
      const [one = [], two] = results;
      for (let at = 0; at < one.length; at++) {
        const moved = one[at] as Moved;
        if (results[legalAt]?.[at]?.fired) continue;
        const tooDeep = results.some(
          (result, i) => call && orders.isTooDeep(call.helper, bytes[i] as Uint8Array, (result[at] as Moved).added),
        );
        if (tooDeep) continue;
        const done = call && isDone(first.template(moved.template), call.context) ? call : null;
        const turn = orders.turn(order, kind, done);
        const isGoal = two && !breaks ? areDifferent(moved, two[at] as Moved, acts[number] as Act) : moved.broken;
        if (kind === 'look' && !isGoal) continue;
        results.forEach((result, i) => {
          layout.write(behind, i, (result[at] as Moved).added);
        });
        seal(
          behind,
          results.map((result) => (result[at] as Moved).template),
          moved.books,
          turn.order,
        );
        tape.put(moveOf(number, moved.stop));
        tape.put(cost * 8 + (isGoal ? GOAL : 0) + STACK.indexOf(turn.stack));
        for (let i = 0; i < width; i++) tape.put(behind[i] as number);
      }
    }
  };

  let tape = tapeOf();
  const cellsAnew = () =>
    cellsOf({
      classes: movers.flatMap((mover) => mover.classes),
      places: movers.flatMap((mover, i) => mover.classes.map((_, at) => placeOf(movers, i, at))),
      firstNumber: layout.width,
      numbers: framed ? 2 : 1,
      alone(number) {
        rests.read(number, rest);
        return movers.some((mover, i) => mover.compares(rest[i] as number));
      },
    });
  let cells = cellsAnew();
  /** Where the moves of each cell begin on the tape; behind the last, where they end. */
  let starts = tapeOf();
  starts.put(0);
  /** Reads the bytes of a state, and tells its numbers. */
  const read = (state: ArrayLike<number>) => {
    movers.forEach((_, i) => {
      layout.read(state, i, bytes[i] as Uint8Array);
    });
    rests.read(state[layout.width] as number, rest);
    const templates = Array.from(rest.subarray(0, movers.length));
    if (framed) tops.read(state[layout.width + 1] as number, top);
    const [book = 0, order = 0] = framed ? top : rest.subarray(movers.length);
    return { templates, book, order };
  };
  const open = (state: Uint32Array) => {
    met?.(state);
    const { templates, book, order } = read(state);
    workOut(templates, book, order);
  };
  const found = { tape: tape.words, from: 0, until: 0 };
  /** How many cells are on the tape. */
  let known = 0;
  let begins = starts.words;
  /** Puts into `found` where the moves from a state stand. */
  const find = (state: Uint32Array) => {
    const cell = cells.of(state);
    if (cell < 0 || cell >= known) return cell < 0 ? findAlone(state) : findNew(state);
    found.from = begins[cell] as number;
    found.until = begins[cell + 1] as number;
    return found;
  };
  const findAlone = (state: Uint32Array) => {
    found.from = tape.length;
    open(state);
    found.until = tape.length;
    found.tape = tape.words;
    tape.cut(found.from);
    return found;
  };
  const findNew = (state: Uint32Array) => {
    if (tape.length > MOST_TAPE) {
      cells = cellsAnew();
      tape = tapeOf();
      starts = tapeOf();
      starts.put(0);
      known = 0;
      cells.of(state);
    }
    open(state);
    starts.put(tape.length);
    begins = starts.words;
    found.from = begins[known++] as number;
    found.until = tape.length;
    found.tape = tape.words;
    return found;
  };
  const next = new Uint32Array(width);
  return {
    width,
    stackWords: framed ? 1 : 0,
    initial,
    moves(state, emit) {
      const { tape: words, from, until } = find(state);
      for (let at = from; at < until; ) {
        const move = words[at++] as number;
        const how = words[at++] as number;
        for (let i = 0; i < layout.width; i++) next[i] = addBytes(state[i] as number, words[at++] as number);
        for (let i = layout.width; i < width; i++) next[i] = words[at++] as number;
        emit(move, how >> 3, next, (how & GOAL) !== 0, STACK[how & 3] as StackMove);
      }
    },
    written: { addedWords: layout.width, moves: find },
    unpack(state) {
      const { templates, book, order } = read(state);
      return {
        templates: templates.map((number, i) => (movers[i] as Mover).template(number)),
        bytes: bytes.map((all) => [...all]),
        books: books.get(book),
        order,
      };
    },
    pack(parts) {
      const state = new Uint32Array(width);
      parts.bytes.forEach((all, i) => {
        layout.write(state, i, all);
      });
      const numbers = parts.templates.map((template, i) => (movers[i] as Mover).numberOf(template));
      seal(state, numbers, books.numberOf(parts.books), parts.order);
      return state;
    },
    bytesOf: (world, context) => (movers[world] as Mover).bytesOf(context),
  };
}

const STACK: readonly StackMove[] = ['keep', 'push', 'pop'];

/** Words of the tape after which it begins anew: where nearly every state has moves of its own. */
const MOST_TAPE = 1 << 24;

/** Where a byte of a world stands among all bytes of a state. */
function placeOf(movers: readonly Mover[], world: number, byte: number): number {
  const before = movers.slice(0, world).reduce((sum, { initial }) => sum + Math.ceil(initial.bytes.length / 4), 0);
  return 4 * before + byte;
}

/**
 * The world among those searched whose checks are the ones asked; -1 where another must run beside them. A context switch that
 * calls helpers moves the counters of its own architecture.
 */
const judgeAmong = (worlds: readonly World[], legal: World): number =>
  worlds.findIndex(
    ({ revision, setup, backend, simulation }) =>
      revision.id === legal.revision.id &&
      setup.checks !== 'off' &&
      backend.configured &&
      (simulation.needs ?? []).length === 0,
  );

/**
 * Whether a call is over: not where it was stopped, nor where the switch to its task was refused. What an interrupt calls
 * is always done as a whole.
 */
const isDone = (machine: Machine, context: number): boolean =>
  (Object.values(machine.tasks)[context]?.calls.length ?? 0) === 0;

/** Whether the same goes on in two worlds: neither is over, and the same task runs. */
const areComparable = (machines: readonly Machine[]): boolean =>
  new Set(machines.map(currentOf)).size === 1 && machines.every(({ over }) => over === null);

const looksDifferent = (_: Act, left: Seen, right: Seen): boolean => differing(left, right).length > 0;
