import { assert } from '../../lib/assert.ts';
import { commonEnds } from '../../lib/common-ends.ts';
import { withTask } from '../machine.ts';
import type { Machine, Moment, Program, Setup, Summary, TaskId } from '../model.ts';
import { initialMachine, type World } from '../setup/world.ts';
import { execute } from './execute.ts';
import { type Checkpoint, nearestCheckpoint, type Recording, recordingOf, setRecording } from './recording.ts';
import { type RowIndex, rowIndexOf } from './row-index.ts';
import type { Row } from './rows.ts';
import { type TransitionTable, transitionTableOf } from './transition-table.ts';

/**
 * Runs programs. A run keeps the number of each row's summary (equal rows share one) and a machine every few hundred
 * events. Every other answer is recomputed by executing again from the nearest machine.
 */

/**
 * The run of a program: its executed rows in order, each with an interned summary. Runs are lazy: an incomplete run
 * first executes as far as a query needs. Each answer therefore equals that of the complete run.
 */
export interface Trace {
  readonly setup: Setup;
  readonly world: World;
  readonly program: Program;
  /** All rows of the program in reading order, executed or not. */
  readonly rows: RowIndex;
  /**
   * The number of executed rows. Reading it completes the run. Rows are numbered 0 … length - 1 in execution order; this
   * number is the row's `slot`.
   */
  readonly length: number;
  /** Whether the run has ended. */
  readonly isComplete: boolean;
  /** `length` if the run is complete, otherwise an upper bound of it. Executes nothing. */
  readonly maxLength: number;
  /** The tasks and CPUs at the end of the run, or those so far if it is incomplete. */
  readonly parties: { readonly tasks: readonly TaskId[]; readonly cpus: number };
  /** Executes at least `rows` more rows, or all that are left. Returns whether the run is complete. */
  advance(rows: number): boolean;
  /** Whether the run has a row at a slot. Executes that far. */
  reaches(slot: number): boolean;
  /** Whether the run is past the row with a 1-based number. Executes nothing. */
  isPast(rowNumber: number): boolean;
  /** Returns the row executed at a slot. Slots follow reading order except where a suspended call resumes later. */
  rowAt(slot: number): Row;
  /** Returns the slot at which the row with a 1-based number was executed, or -1. */
  slotOf(rowNumber: number): number;
  summaryAt(slot: number): Summary;
  /** The machine at the end of the run. */
  readonly end: Machine;
  /** Tasks with a suspended call that never resumed. */
  readonly unfinished: readonly TaskId[];
}

/** Limits the events that `inspect` executes again for one row. */
const CHECKPOINT_EVERY = 256;

/** Runs a program to its end from the initial machine. */
export function run(world: World, program: Program): Trace {
  const trace = startRun(world, program);
  trace.advance(Number.POSITIVE_INFINITY);
  return trace;
}

/** Runs an edited program from the first changed event. The result equals that of `run`. */
export function rerun(old: Trace, program: Program): Trace {
  const trace = startRerun(old, program);
  trace.advance(Number.POSITIVE_INFINITY);
  return trace;
}

/** Like `run`, but executes nothing yet: the run advances on `advance` or on a query. */
export const startRun = (world: World, program: Program): Trace =>
  build(world, program, transitionTableOf(world), null);

/** Like `rerun`, but executes nothing yet. The old run may be incomplete; it is not advanced. */
export const startRerun = (old: Trace, program: Program): Trace =>
  build(old.world, program, recordingOf(old).table, old);

/** One executed row in full, with the machines before and after it. */
export interface Detail {
  readonly slot: number;
  readonly row: Row;
  readonly summary: Summary;
  readonly before: Machine;
  readonly after: Machine;
  readonly moments: readonly Moment[];
}

/** Returns the row at a slot in full, executed again from the nearest checkpoint. */
export function inspect(trace: Trace, slot: number): Detail {
  if (slot < 0 || !trace.reaches(slot)) throw new Error(`no slot ${slot} in a trace of ${trace.length}`);
  const { order, checkpoints } = recordingOf(trace);
  const top = order ? (order.top[slot] ?? 0) : slot;
  const from = checkpoints[nearestCheckpoint(checkpoints, top)];
  assert(from, 'a run begins with a checkpoint');
  let { machine } = from;
  let at = from.slot;
  for (let i = from.top; i < top; i++) {
    machine = execute(trace.world, machine, trace.program, i, { row: () => at++ });
  }
  let before = machine;
  let moments: Moment[] = [];
  let found: Detail | undefined;
  execute(trace.world, machine, trace.program, top, {
    row(_path, _part, summary, after) {
      if (at === slot) found = { slot, row: trace.rowAt(slot), summary, before, after, moments };
      at += 1;
      before = after;
      moments = [];
    },
    moment: (moment) => moments.push(moment),
  });
  assert(found, `slot ${slot} did not happen again`);
  return found;
}

function build(world: World, program: Program, table: TransitionTable, before: Trace | null): Trace {
  let old = before;
  const index = rowIndexOf(program);
  const column = new Uint32Array(index.length);
  const order = index.flat ? null : { row: new Int32Array(index.length), top: new Int32Array(index.length) };
  const checkpoints: Checkpoint[] = [];
  let machine = initialMachine(world);
  let slot = 0;
  let top = 0;
  let isComplete = false;
  const put = (number: number, row: number) => {
    column[slot] = number;
    if (order) {
      order.row[slot] = row;
      order.top[slot] = top;
    }
    slot += 1;
  };
  const sink = {
    row: (path: readonly number[], part: number, summary: Summary) =>
      put(table.numberOf(summary), index.flat ? 0 : index.numberOf(path, part)),
  };

  const shared = old && commonEnds(old.program, program);
  const known = old?.parties;
  if (old && shared) {
    const { checkpoints: kept, order: oldOrder, column: oldColumn } = recordingOf(old);
    const last = nearestCheckpoint(kept, shared.prefix);
    const from = kept[last] as Checkpoint;
    checkpoints.push(...kept.slice(0, last));
    ({ machine, slot, top } = from);
    column.set(oldColumn.subarray(0, slot));
    if (order) copyOrder(order, oldOrder, slot);
  }
  checkpoints.push({ top, slot, machine });

  /** Executes one event or a sequence of plain calls, or takes over the rest of the old run. */
  function next(): void {
    if (top >= program.length || machine.over !== null) {
      isComplete = true;
      old = null;
      return;
    }
    const oldTop =
      old && shared && top >= program.length - shared.suffix ? top - program.length + old.program.length : -1;
    if (old && oldTop >= 0 && joins(old, oldTop, machine)) return join(old, oldTop);
    if (top - (checkpoints.at(-1)?.top ?? 0) >= CHECKPOINT_EVERY) checkpoints.push({ top, slot, machine });
    const limit = Math.min(
      program.length,
      (checkpoints.at(-1)?.top ?? 0) + CHECKPOINT_EVERY,
      // The transition table must not run past a checkpoint at which the old run may be joined.
      old && oldTop >= 0 ? nextKept(old, oldTop) + top - oldTop : program.length,
    );
    const calls = table.runCalls(machine, program, { from: top, to: limit }, column, slot);
    if (calls) {
      machine = calls.machine;
      for (let i = 0; order && i < calls.count; i++) {
        order.row[slot + i] = index.firstOf(top + i) + 1;
        order.top[slot + i] = top + i;
      }
      slot += calls.count;
      top += calls.count;
    } else {
      machine = execute(world, machine, program, top, sink);
      top += 1;
    }
  }

  /** Copies the rest of the old run, shifted to its new position. */
  function join(other: Trace, oldTop: number): void {
    const kept = recordingOf(other).checkpoints;
    if (checkpoints.at(-1)?.top === top) checkpoints.pop();
    const at = nearestCheckpoint(kept, oldTop);
    const oldSlot = (kept[at] as Checkpoint).slot;
    const shift = { top: top - oldTop, slot: slot - oldSlot };
    for (const checkpoint of kept.slice(at)) {
      checkpoints.push({
        top: checkpoint.top + shift.top,
        slot: checkpoint.slot + shift.slot,
        machine: shiftCalls(checkpoint.machine, shift.top),
      });
    }
    column.set(recordingOf(other).column.subarray(oldSlot, other.length), slot);
    if (order) {
      shiftOrder(order, slot, other, oldSlot, shift.top, index.firstOf(top) - other.rows.firstOf(oldTop));
    }
    slot += other.length - oldSlot;
    machine = shiftCalls(other.end, shift.top);
    isComplete = true;
    old = null;
  }

  const advance = (rows: number): boolean => {
    const until = slot + rows;
    while (!isComplete && slot < until) next();
    return isComplete;
  };
  const reaches = (at: number): boolean => {
    while (!isComplete && slot <= at) next();
    return at < slot;
  };
  const end = (): Machine => {
    advance(Number.POSITIVE_INFINITY);
    return machine;
  };
  let inverse: Int32Array | null = null;
  let inverted = 0;

  const trace: Trace = {
    setup: world.setup,
    world,
    program,
    rows: index,
    get length() {
      end();
      return slot;
    },
    get isComplete() {
      return isComplete;
    },
    get maxLength() {
      return isComplete ? slot : index.length;
    },
    get parties() {
      const tasks = Object.keys(machine.tasks);
      const cpus = machine.cpus.length;
      if (isComplete || !known) return { tasks: tasks.sort(), cpus };
      return { tasks: [...new Set([...tasks, ...known.tasks])].sort(), cpus: Math.max(cpus, known.cpus) };
    },
    advance,
    reaches,
    isPast: (number) => isComplete || number <= index.firstOf(top),
    get end() {
      return end();
    },
    get unfinished() {
      const { tasks } = end();
      return Object.keys(tasks).filter((id) => (tasks[id]?.calls.length ?? 0) > 0);
    },
    rowAt(at) {
      const row = reaches(at) ? index.at(order ? (order.row[at] ?? 1) - 1 : at) : undefined;
      if (!row) throw new Error(`no row at slot ${at} of ${slot}`);
      return row;
    },
    slotOf(number) {
      if (number < 1 || number > index.length) return -1;
      if (!order) return reaches(number - 1) ? number - 1 : -1;
      inverse ??= new Int32Array(index.length + 1).fill(-1);
      for (;;) {
        for (; inverted < slot; inverted++) inverse[order.row[inverted] ?? 0] = inverted;
        if ((inverse[number] ?? -1) >= 0 || isComplete) return inverse[number] ?? -1;
        next();
      }
    },
    summaryAt(at) {
      reaches(at);
      return table.summary(column[at] ?? 0);
    },
  };
  setRecording(trace, { table, column, order, checkpoints });
  return trace;
}

/** Returns the next top-level event at which the old run has a checkpoint. */
function nextKept(old: Trace, oldTop: number): number {
  const { checkpoints } = recordingOf(old);
  return checkpoints[nearestCheckpoint(checkpoints, oldTop) + 1]?.top ?? old.program.length;
}

/** Whether the old run had this very machine before one of its events. */
function joins(old: Trace, oldTop: number, machine: Machine): boolean {
  const { checkpoints } = recordingOf(old);
  const candidate = checkpoints[nearestCheckpoint(checkpoints, oldTop)];
  if (candidate?.top !== oldTop || !old.isComplete) return false;
  // A suspended call contains its path in the program, which the edit has shifted.
  if (Object.values(machine.tasks).some((task) => task.calls.length > 0)) return false;
  return isSame(candidate.machine, machine);
}

/** Whether two values of plain data are equal, including key order. Skips substructures that they share. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const mine = Object.entries(a);
  const theirs = Object.entries(b);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    mine.length === theirs.length &&
    mine.every(([key, value], i) => key === theirs[i]?.[0] && isSame(value, theirs[i]?.[1]))
  );
}

/** Shifts the program paths of suspended calls by a number of top-level events. */
function shiftCalls(machine: Machine, by: number): Machine {
  const move = ([top = 0, ...rest]: readonly number[]) => [top + by, ...rest];
  let shifted = machine;
  for (const [id, { calls }] of Object.entries(machine.tasks)) {
    if (by === 0 || calls.length === 0) continue;
    shifted = withTask(shifted, id, { calls: calls.map((frame) => ({ ...frame, path: move(frame.path) })) });
  }
  return shifted;
}

type Order = NonNullable<Recording['order']>;

function copyOrder(order: Order, from: Order | null, count: number): void {
  if (from) {
    order.row.set(from.row.subarray(0, count));
    order.top.set(from.top.subarray(0, count));
    return;
  }
  for (let slot = 0; slot < count; slot++) {
    order.row[slot] = slot + 1;
    order.top[slot] = slot;
  }
}

function shiftOrder(order: Order, slot: number, old: Trace, oldSlot: number, tops: number, rows: number): void {
  const from = recordingOf(old).order;
  for (let i = oldSlot; i < old.length; i++) {
    order.row[slot + i - oldSlot] = (from ? (from.row[i] ?? 0) : i + 1) + rows;
    order.top[slot + i - oldSlot] = (from ? (from.top[i] ?? 0) : i) + tops;
  }
}
