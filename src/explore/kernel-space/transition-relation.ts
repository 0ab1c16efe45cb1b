import { currentOf } from '../../engine/machine.ts';
import type { Finding, Machine, OpenCall } from '../../engine/model.ts';
import { countOpenCalls } from '../../engine/open-calls.ts';
import type { RuleState } from '../../engine/rules/rule.ts';
import { initialMachine, newTask, type World } from '../../engine/setup/world.ts';
import { createInterner, type Interner } from '../search/interner.ts';
import { createStateSet } from '../search/state-set.ts';
import type { Action } from './actions.ts';
import { type Books, canonicalise, EMPTY_BOOK, restoreMachine } from './canonical-state.ts';
import { executeAction, type StopPoints } from './execute-action.ts';
import { keptValueRepresentatives } from './kept-values.ts';
import { type Observation, observe } from './observation.ts';
import type { OpenLimits } from './scope.ts';
import { countClasses, fieldClasses, SINGLETON, SMALL_COUNT_CLASSES, type ValueClasses } from './value-abstraction.ts';

/** Transitions of one world: what an action does to a machine in canonical parts. */
export interface TransitionRelation {
  readonly initial: { readonly template: number; readonly bytes: readonly number[] };
  /** Value classes per byte. The bytes are the fields of all tasks, then the counts of open calls. */
  readonly classes: readonly ValueClasses[];
  template(number: number): Machine;
  numberOf(template: Machine): number;
  /** Whether a machine of this template compares byte values with each other, so that classes do not apply. */
  comparesBytes(template: number): boolean;
  /** Positions of the bytes that only this context reads and writes. */
  bytesOf(context: number): readonly number[];
  /** Position of a context's count of open enables; that of its pauses follows. */
  countsAt(context: number): number;
  /** Transitions of an action from a machine with these parts. */
  transitions(template: number, bytes: Uint8Array, books: number, action: number): readonly Transition[];
  /** Estimated memory that the relation holds, in bytes. */
  bytes(): number;
}

export interface Transition {
  /** The statement after which a call is interrupted; 0 if none is. */
  readonly stop: number;
  readonly template: number;
  /** What is added to each byte, modulo 256. */
  readonly added: Uint8Array;
  readonly books: number;
  /** A violation or goal state was reached. */
  readonly isGoal: boolean;
  /** A check of the revision fired. */
  readonly checkFired: boolean;
  readonly observations: readonly Observation[];
}

export interface TransitionRelationOptions {
  readonly world: World;
  readonly tasks: readonly string[];
  readonly actions: readonly Action[];
  /** Where calls can be interrupted. */
  readonly stopPoints: StopPoints;
  readonly isViolation: (finding: Finding) => boolean;
  /** A goal state; it may distinguish values that the revision does not. */
  readonly isGoalState: ((machine: Machine) => boolean) | null;
  readonly reads: ReadonlySet<RuleState>;
  /** Whether transitions are compared by what can be observed. */
  readonly observes: boolean;
  readonly books: Interner<Books>;
  /** The most that a task may have open. */
  readonly open: OpenLimits;
  /** Either the abstraction of the books, or which open calls are counted in bytes. */
  readonly keep: ((books: Books) => Books) | Record<keyof OpenLimits, boolean>;
}

/** Executes actions with the simulator, once per combination of value classes. */
export function createTransitionRelation({
  world,
  tasks,
  actions,
  stopPoints,
  isViolation,
  isGoalState,
  reads,
  observes,
  books,
  open,
  keep,
}: TransitionRelationOptions): TransitionRelation {
  const templates = createInterner<Machine>();
  const counts = typeof keep === 'object';
  const interrupts = actions.some(({ kind }) => kind === 'begin');
  const start = initialMachine(world);
  const otherTasks = tasks.filter((id) => !start.tasks[id]).map((id) => [id, newTask(world, 'm1', null)] as const);
  const representatives = keptValueRepresentatives(world);
  const first = canonicalise(
    { ...start, tasks: { ...start.tasks, ...Object.fromEntries(otherTasks) } },
    reads,
    representatives,
  );
  const perTask = first.bytes.length / tasks.length;
  const countsAt = (context: number) => first.bytes.length + 2 * context;
  const contexts = counts ? tasks.length + (interrupts ? 1 : 0) : 0;
  // A switch may pause one task and resume the other, return at once, and let a call resume.
  const single = (world.simulation.needs ?? []).length === 0;
  const fields = fieldClasses(world, single ? 1 : 4);
  const classes = [
    ...tasks.flatMap(() => fields),
    ...Array.from({ length: contexts }, (_, context) =>
      context < tasks.length
        ? [
            countClasses(counts && keep.enables ? open.enables : 0),
            countClasses(counts && keep.pauses ? open.pauses : 0),
          ]
        : [SMALL_COUNT_CLASSES, SMALL_COUNT_CLASSES],
    ).flat(),
  ];

  const booksOf = (bytes: Uint8Array): Books =>
    Array.from({ length: contexts }, (_, context) => ({
      enables: openTimes(bytes[countsAt(context)], world),
      pauses: openTimes(bytes[countsAt(context) + 1], world),
    }));
  const counted = (all: Books): number[] =>
    Array.from({ length: contexts }, (_, context) => all[context] ?? EMPTY_BOOK).flatMap(({ enables, pauses }) => [
      counts && keep.enables ? countOpenCalls(enables) : 0,
      counts && keep.pauses ? countOpenCalls(pauses) : 0,
    ]);

  const execute = (template: number, bytes: Uint8Array, book: number, action: number): readonly Transition[] => {
    const before = restoreMachine({
      template: templates.get(template),
      bytes: [...bytes],
      books: counts ? booksOf(bytes) : books.get(book),
    });
    return executeAction(world, before, actions[action] as Action, stopPoints).map(({ stop, machine, rows }) => {
      const after = canonicalise(machine, reads, representatives);
      const now = [...after.bytes, ...counted(after.books)];
      return {
        stop,
        template: templates.numberOf(after.template),
        added: Uint8Array.from(now, (byte, i) => byte - (bytes[i] ?? 0)),
        books: counts ? book : books.numberOf(keep(after.books)),
        isGoal:
          rows.some(({ findings }) => findings.some(isViolation)) || (stop === 0 && isGoalState?.(machine) === true),
        checkFired: rows.some(({ checks }) => checks.some(({ fired }) => fired)),
        observations: observes ? rows.map(observe) : [],
      };
    });
  };

  /** Bytes that an action can read: the running task and its interrupt do not see those of other tasks. */
  const seenBy: (readonly number[])[][] = [];
  const bytesFor = (template: number, action: number): readonly number[] => {
    seenBy[template] ??= [];
    seenBy[template][action] ??= visible(templates.get(template), actions[action] as Action);
    return seenBy[template][action];
  };
  const contextOf = (byte: number): number =>
    byte < first.bytes.length ? Math.floor(byte / perTask) : (byte - first.bytes.length) >> 1;
  const bytesOf = (context: number) => classes.map((_, i) => i).filter((i) => contextOf(i) === context);
  const visible = (machine: Machine, action: Action): readonly number[] => {
    const task = tasks.indexOf(currentOf(machine) ?? '');
    if (action.kind === 'switch' || action.kind === 'round-trip' || task < 0) return classes.map((_, i) => i);
    return [...bytesOf(task), ...bytesOf(tasks.length)];
  };

  let keys = createStateSet(KEY);
  let known: (readonly Transition[])[] = [];
  const key = new Uint32Array(KEY);
  let memoised = 0;
  const compares = (template: number) =>
    isGoalState !== null ||
    (reads.has('found') && templates.get(template).cpus.some((cpu) => cpu.interrupts.length > 0));
  return {
    initial: {
      template: templates.numberOf(first.template),
      bytes: [...first.bytes, ...new Array(2 * contexts).fill(0)],
    },
    classes,
    template: templates.get,
    numberOf: templates.numberOf,
    bytesOf,
    // An interrupt compares the fields with those it found.
    comparesBytes: (template) => compares(template) || (reads.has('found') && interrupts),
    countsAt,
    bytes: () => templates.bytes + keys.bytes + memoised * TRANSITION_BYTES,
    transitions(template, bytes, book, action) {
      if (compares(template) || (actions[action]?.kind === 'begin' && reads.has('found')))
        return execute(template, bytes, book, action);
      key.fill(0);
      key[0] = template;
      key[1] = book;
      key[2] = action;
      for (const i of bytesFor(template, action)) {
        const one = (classes[i] as ValueClasses)[bytes[i] as number] as number;
        if (one === SINGLETON) return execute(template, bytes, book, action);
        const at = 3 + (i >> 3);
        key[at] = (key[at] as number) | ((one + 1) << (4 * (i & 7)));
      }
      const before = keys.size;
      const number = keys.add(key);
      if (number < before) return known[number] as readonly Transition[];
      if (number === MAX_MEMOISED) {
        keys = createStateSet(KEY);
        known = [];
        memoised = 0;
        return execute(template, bytes, book, action);
      }
      const moved = execute(template, bytes, book, action);
      known[number] = moved;
      memoised += moved.length;
      return moved;
    },
  };
}

/** Words of a key: template, books, action, and the classes of up to 16 bytes. */
const KEY = 5;
/**
 * Number of memoised results after which they are dropped, for spaces where nearly every state has books of its own.
 */
const MAX_MEMOISED = 1 << 19;

/** Measured: a transition without observations, and its array. */
const TRANSITION_BYTES = 400;

/** With the option off, no call takes effect. */
const openTimes = (times: number | undefined, { backend }: World): readonly OpenCall[] =>
  times ? [{ times, effective: backend.configured }] : [];
