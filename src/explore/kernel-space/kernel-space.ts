import { currentOf } from '../../engine/machine.ts';
import type { Finding, Machine } from '../../engine/model.ts';
import type { RuleState } from '../../engine/rules/rule.ts';
import type { World } from '../../engine/setup/world.ts';
import { addBytes } from '../search/add-bytes.ts';
import { createInterner } from '../search/interner.ts';
import { GOAL_FLAG, type StackMove, type StateSpace } from '../search/space.ts';
import { createStateSet } from '../search/state-set.ts';
import { createWordBuffer } from '../search/word-buffer.ts';
import { type Action, encodeMove, listActions } from './actions.ts';
import { bookAbstraction, createCallerDiscipline } from './caller-discipline.ts';
import type { Books } from './canonical-state.ts';
import { createCellIndex } from './cell-index.ts';
import { type EnabledActions, findEnabledActions } from './enabled-actions.ts';
import { differingParts, type Observation } from './observation.ts';
import { countedSides, MAX_OPEN, type SearchScope, tasksOf } from './scope.ts';
import { createStateLayout } from './state-layout.ts';
import { createTransitionRelation, type Transition, type TransitionRelation } from './transition-relation.ts';

/** Parameters of a space of kernel states. */
export interface KernelSpaceOptions {
  readonly scope: SearchScope;
  /** The worlds that execute in lock-step: one for a property, two for a comparison. */
  readonly worlds: readonly [World] | readonly [World, World];
  /** The world whose checks define legal calls; null if the caller model is another. */
  readonly legal: World | null;
  /** The violation that is searched for in the first world; null: a difference between the two worlds. */
  readonly isViolation: ((finding: Finding) => boolean) | null;
  /** Whether two observations of an action differ in the way that is searched for; by default, in any way. */
  readonly differs?: (action: Action, left: Observation, right: Observation) => boolean;
  /** A goal state of the first world, tested after completed actions. */
  readonly isGoalState?: (machine: Machine) => boolean;
  /** The bookkeeping that the property reads. */
  readonly reads: ReadonlySet<RuleState>;
}

/** The parts that a state encodes, one per world: the machine without its bytes, and the bytes. */
export interface UnpackedState {
  readonly templates: readonly Machine[];
  readonly bytes: readonly (readonly number[])[];
  readonly books: Books;
  readonly order: number;
}

export interface KernelSpace extends StateSpace {
  unpack(state: ArrayLike<number>): UnpackedState;
  pack(parts: UnpackedState): Uint32Array;
  /** Positions of a context's own bytes within a world's bytes; the interrupt follows the tasks. */
  bytesOf(world: number, context: number): readonly number[];
}

/**
 * Creates the state space of one kernel, or of two or three in lock-step. The words of a state are the bytes of each
 * world, four per word, then a number for everything else: the templates and the top, which consists of the first
 * world's books and the nesting order. With a stack, the top has a word of its own.
 *
 * The moves of a state are computed once per combination of its numbers and the value classes of its bytes, and stored
 * in a buffer. For a known combination they cost one look-up, and an addition of bytes per move.
 *
 * `onKind` receives one state of each such combination.
 */
export function createKernelSpace(
  { scope, worlds, legal, isViolation, differs = differsAnyhow, isGoalState, reads }: KernelSpaceOptions,
  onKind?: (state: Uint32Array) => void,
): KernelSpace {
  const tasks = tasksOf(scope);
  const actions = listActions(scope);
  // With the option off, no call has any effect, and it does not matter what is open.
  const isConfigured = worlds.some((world) => world.backend.configured);
  const booksRead = !isConfigured
    ? 'none'
    : reads.has('open-calls')
      ? 'calls'
      : reads.has('open-counts')
        ? 'counts'
        : 'none';
  const counted = countedSides(scope);
  // Counts are bytes where the callers limit both; else they are part of the books.
  const counts =
    booksRead === 'none'
      ? counted.enables || counted.pauses
      : booksRead === 'counts' && counted.enables && counted.pauses;
  const discipline = createCallerDiscipline(scope, tasks.length);
  const { usesStack } = discipline;
  const books = createInterner<Books>();
  const stopPoints = scope.interrupts === 'statements' ? 'all' : scope.preempt === 'statements' ? 'observable' : 'none';
  const noBooks = (all: Books): Books => all.map(() => ({ enables: [], pauses: [] }));
  const keep = counts ? counted : bookAbstraction(booksRead, usesStack);
  const judge = legal === null ? -1 : judgeAmong(worlds, legal);
  const relations = [...worlds, ...(legal && judge < 0 ? [legal] : [])].map((world, index) =>
    createTransitionRelation({
      ...{
        world,
        tasks,
        actions,
        stopPoints,
        reads,
        books,
        observes: isViolation === null,
        open: scope.open ?? MAX_OPEN,
      },
      isViolation: index === 0 && isViolation ? isViolation : () => false,
      keep: index === 0 ? keep : noBooks,
      isGoalState: index === 0 && isGoalState ? isGoalState : null,
    }),
  );
  const legalAt = legal === null ? -1 : judge < 0 ? relations.length - 1 : judge;
  const [first] = relations as [TransitionRelation];
  const layout = createStateLayout(relations.map(({ initial }) => initial.bytes.length));
  const width = layout.width + (usesStack ? 2 : 1);
  const empty = books.numberOf(tasks.map(() => ({ enables: [], pauses: [] })));

  /** Numbers of the templates, the books and the nesting order. */
  const rests = createStateSet(relations.length + (usesStack ? 0 : 2));
  const tops = createStateSet(2);
  const rest = new Uint32Array(relations.length + 2);
  const top = new Uint32Array(2);
  const writeNumbers = (target: Uint32Array, templates: readonly number[], book: number, order: number) => {
    for (let i = 0; i < relations.length; i++) rest[i] = templates[i] as number;
    const pair = usesStack ? top : rest.subarray(relations.length);
    pair[0] = book;
    pair[1] = order;
    target[layout.width] = rests.add(rest);
    if (usesStack) target[layout.width + 1] = tops.add(top);
  };
  const initial = new Uint32Array(width);
  relations.forEach((relation, i) => {
    layout.write(initial, i, relation.initial.bytes);
  });
  writeNumbers(
    initial,
    relations.map((relation) => relation.initial.template),
    empty,
    discipline.initial,
  );

  /** A run that ends earlier has already differed. */
  const areDifferent = (
    { observations: left }: Transition,
    { observations: right }: Transition,
    action: Action,
  ): boolean => left.some((row, i) => right[i] !== undefined && differs(action, row, right[i]));
  const plans: EnabledActions[] = [];
  const bytes = relations.map((relation) => new Uint8Array(relation.initial.bytes.length));
  const successor = new Uint32Array(width);

  /** Appends all moves of the state in `rest` and `bytes` to the buffer. */
  const computeMoves = (templates: readonly number[], open: number, order: number) => {
    const [template = 0] = templates;
    if (
      !isViolation &&
      !areComparable(worlds.map((_, i) => (relations[i] as TransitionRelation).template(templates[i] as number)))
    )
      return;
    plans[template] ??= findEnabledActions(first.template(template), actions, scope);
    const { context, actions: possible } = plans[template];
    for (const { number, cost, kind, call } of possible) {
      if (kind === 'start' && call) {
        if (counts && !discipline.allowsCounted(call.helper, bytes[0] as Uint8Array, first.countsAt(context))) continue;
        if (!counts && !discipline.allows(call.helper, books.get(open), order, context)) continue;
      }
      if (kind === 'end' && !discipline.mayEnd(order, context)) continue;
      const results = relations.map((relation, i) =>
        relation.transitions(templates[i] as number, bytes[i] as Uint8Array, i === 0 ? open : empty, number),
      );
      const [one = [], two] = results;
      for (let at = 0; at < one.length; at++) {
        const transition = one[at] as Transition;
        if (results[legalAt]?.[at]?.checkFired) continue;
        const isNestedTooDeep = results.some(
          (result, i) =>
            call && discipline.isTooDeep(call.helper, bytes[i] as Uint8Array, (result[at] as Transition).added),
        );
        if (isNestedTooDeep) continue;
        const done = call && isDone(first.template(transition.template), call.context) ? call : null;
        const turn = discipline.turn(order, kind, done);
        const isGoal =
          two && !isViolation
            ? areDifferent(transition, two[at] as Transition, actions[number] as Action)
            : transition.isGoal;
        if (kind === 'look' && !isGoal) continue;
        results.forEach((result, i) => {
          layout.write(successor, i, (result[at] as Transition).added);
        });
        writeNumbers(
          successor,
          results.map((result) => (result[at] as Transition).template),
          transition.books,
          turn.order,
        );
        buffer.push(encodeMove(number, transition.stop));
        buffer.push(cost * 8 + (isGoal ? GOAL_FLAG : 0) + STACK.indexOf(turn.stack));
        for (let i = 0; i < width; i++) buffer.push(successor[i] as number);
      }
    }
  };

  let buffer = createWordBuffer();
  const newCellIndex = () =>
    createCellIndex({
      classes: relations.flatMap((relation) => relation.classes),
      positions: relations.flatMap((relation, i) => relation.classes.map((_, at) => placeOf(relations, i, at))),
      firstNumber: layout.width,
      numbers: usesStack ? 2 : 1,
      isAlone(number) {
        rests.read(number, rest);
        return relations.some((relation, i) => relation.comparesBytes(rest[i] as number));
      },
    });
  let cells = newCellIndex();
  /** Where each cell's moves begin in the buffer; the last entry is where they end. */
  let starts = createWordBuffer();
  starts.push(0);
  /** Reads the bytes of a state, and returns its numbers. */
  const read = (state: ArrayLike<number>) => {
    relations.forEach((_, i) => {
      layout.read(state, i, bytes[i] as Uint8Array);
    });
    rests.read(state[layout.width] as number, rest);
    const templates = Array.from(rest.subarray(0, relations.length));
    if (usesStack) tops.read(state[layout.width + 1] as number, top);
    const [book = 0, order = 0] = usesStack ? top : rest.subarray(relations.length);
    return { templates, book, order };
  };
  const open = (state: Uint32Array) => {
    onKind?.(state);
    const { templates, book, order } = read(state);
    computeMoves(templates, book, order);
  };
  const found = { buffer: buffer.words, from: 0, until: 0 };
  /** Number of cells in the buffer. */
  let known = 0;
  let begins = starts.words;
  /** Sets `found` to the range of a state's moves. */
  const find = (state: Uint32Array) => {
    const cell = cells.cellOf(state);
    if (cell < 0 || cell >= known) return cell < 0 ? findAlone(state) : findNew(state);
    found.from = begins[cell] as number;
    found.until = begins[cell + 1] as number;
    return found;
  };
  const findAlone = (state: Uint32Array) => {
    found.from = buffer.length;
    open(state);
    found.until = buffer.length;
    found.buffer = buffer.words;
    buffer.truncate(found.from);
    return found;
  };
  const findNew = (state: Uint32Array) => {
    if (buffer.length > MAX_BUFFER) {
      cells = newCellIndex();
      buffer = createWordBuffer();
      starts = createWordBuffer();
      starts.push(0);
      known = 0;
      cells.cellOf(state);
    }
    open(state);
    starts.push(buffer.length);
    begins = starts.words;
    found.from = begins[known++] as number;
    found.until = buffer.length;
    found.buffer = buffer.words;
    return found;
  };
  const next = new Uint32Array(width);
  return {
    width,
    stackWords: usesStack ? 1 : 0,
    initial,
    moves(state, emit) {
      const { buffer: words, from, until } = find(state);
      for (let at = from; at < until; ) {
        const move = words[at++] as number;
        const how = words[at++] as number;
        for (let i = 0; i < layout.width; i++) next[i] = addBytes(state[i] as number, words[at++] as number);
        for (let i = layout.width; i < width; i++) next[i] = words[at++] as number;
        emit(move, how >> 3, next, (how & GOAL_FLAG) !== 0, STACK[how & 3] as StackMove);
      }
    },
    bytes: () =>
      [rests, tops, books, cells, buffer, starts].reduce((sum, one) => sum + one.bytes, 0) +
      relations.reduce((sum, relation) => sum + relation.bytes(), discipline.bytes()),
    encoded: { addedWords: layout.width, moves: find },
    unpack(state) {
      const { templates, book, order } = read(state);
      return {
        templates: templates.map((number, i) => (relations[i] as TransitionRelation).template(number)),
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
      const numbers = parts.templates.map((template, i) => (relations[i] as TransitionRelation).numberOf(template));
      writeNumbers(state, numbers, books.numberOf(parts.books), parts.order);
      return state;
    },
    bytesOf: (world, context) => (relations[world] as TransitionRelation).bytesOf(context),
  };
}

const STACK: readonly StackMove[] = ['keep', 'push', 'pop'];

/**
 * Number of buffered words after which the buffer is cleared, for spaces where nearly every state has moves of its own.
 */
const MAX_BUFFER = 1 << 24;

/** Position of a world's byte among all bytes of a state. */
function placeOf(relations: readonly TransitionRelation[], world: number, byte: number): number {
  const before = relations.slice(0, world).reduce((sum, { initial }) => sum + Math.ceil(initial.bytes.length / 4), 0);
  return 4 * before + byte;
}

/**
 * Index of the searched world whose checks define legal calls; -1 if another world must run beside them. A context
 * switch that calls helpers changes the counters of its own architecture.
 */
const judgeAmong = (worlds: readonly World[], legal: World): number =>
  worlds.findIndex(
    (world) => world.revision.id === legal.revision.id && world.setup.checks !== 'off' && canJudge(world),
  );

/** Whether the counters of a kernel are those of its callers alone, so that its checks tell which calls are legal. */
export const canJudge = ({ backend, simulation }: World): boolean =>
  backend.configured && (simulation.needs ?? []).length === 0;

/**
 * Whether a call has completed: it was not interrupted, and the switch to its task was not refused. Calls in an
 * interrupt always run to completion.
 */
const isDone = (machine: Machine, context: number): boolean =>
  (Object.values(machine.tasks)[context]?.calls.length ?? 0) === 0;

/** Whether two worlds can still be compared: neither has ended, and the same task runs. */
const areComparable = (machines: readonly Machine[]): boolean =>
  new Set(machines.map(currentOf)).size === 1 && machines.every(({ over }) => over === null);

const differsAnyhow = (_: Action, left: Observation, right: Observation): boolean =>
  differingParts(left, right).length > 0;
