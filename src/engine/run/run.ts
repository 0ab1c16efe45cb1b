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
 * Running a program. Of each row only the number of its summary is kept (equal rows share one), and every few hundred
 * events a machine; what else is asked for is executed again from the nearest machine.
 */

/**
 * A program's run: rows in the order in which they happened, each with its interned summary. It may be under way: then what
 * is asked for is run first, so that every answer is that of the whole run, and only when it comes differs.
 */
export interface Trace {
  readonly setup: Setup;
  readonly world: World;
  readonly program: Program;
  /** All rows of the program in reading order, whether they happened or not. */
  readonly rows: RowIndex;
  /**
   * How many rows happened, which the whole run alone can tell. They are numbered 0 … length - 1 in time; this number is the
   * row's `slot`.
   */
  readonly length: number;
  /** Whether the run has come to its end. */
  readonly isComplete: boolean;
  /** `length` if the run is complete, otherwise how many rows may happen at most. Runs nothing. */
  readonly maxLength: number;
  /** The tasks and CPUs that there are when the run is over; while it is under way, those that there are so far. */
  readonly parties: { readonly tasks: readonly TaskId[]; readonly cpus: number };
  /** Runs at least so many further rows, if there are as many. Returns whether the run is complete. */
  advance(rows: number): boolean;
  /** Whether a row happens at a slot. Runs that far. */
  reaches(slot: number): boolean;
  /** Whether the run has come past a row, by its number, from 1. Runs nothing. */
  isPast(rowNumber: number): boolean;
  /** The row that happened at a slot: reading order, except where a suspended call goes on later. */
  rowAt(slot: number): Row;
  /** The slot at which a row (by its number, from 1) happened, or -1. */
  slotOf(rowNumber: number): number;
  summaryAt(slot: number): Summary;
  /** The machine when the run was over. */
  readonly end: Machine;
  /** Tasks whose call was suspended and never went on. */
  readonly unfinished: readonly TaskId[];
}

/** What a look at a row costs at most: so many events are executed again. */
const CHECKPOINT_EVERY = 256;

/** Runs a program from a machine at rest. */
export function run(world: World, program: Program): Trace {
  const trace = startRun(world, program);
  trace.advance(Number.POSITIVE_INFINITY);
  return trace;
}

/** Runs a changed program, from the first changed event on; what comes out equals `run` of it. */
export function rerun(old: Trace, program: Program): Trace {
  const trace = startRerun(old, program);
  trace.advance(Number.POSITIVE_INFINITY);
  return trace;
}

/** The same as `run`, with nothing run yet: it goes on when it is told to, or asked. */
export const startRun = (world: World, program: Program): Trace =>
  build(world, program, transitionTableOf(world), null);

/** The same as `rerun`, up to the first changed event; the old run may be under way, too, and then goes no further. */
export const startRerun = (old: Trace, program: Program): Trace =>
  build(old.world, program, recordingOf(old).table, old);

/** The rows of one top-level event as they happened, in full. */
export interface Detail {
  readonly slot: number;
  readonly row: Row;
  readonly summary: Summary;
  readonly before: Machine;
  readonly after: Machine;
  readonly moments: readonly Moment[];
}

/** Everything about the row at a slot: executed again from the nearest machine that was kept. */
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

  /** Runs one event, a stretch of plain calls, or all the rest where it is that of the old run. */
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
      // A walk of the table must not run past a place at which the old run may be joined.
      old && oldTop >= 0 ? nextKept(old, oldTop) + top - oldTop : program.length,
    );
    const stretch = table.runCalls(machine, program, { from: top, to: limit }, column, slot);
    if (stretch) {
      machine = stretch.machine;
      for (let i = 0; order && i < stretch.count; i++) {
        order.row[slot + i] = index.firstOf(top + i) + 1;
        order.top[slot + i] = top + i;
      }
      slot += stretch.count;
      top += stretch.count;
    } else {
      machine = execute(world, machine, program, top, sink);
      top += 1;
    }
  }

  /** From here on the old run is this one, shifted. */
  function join(other: Trace, oldTop: number): void {
    const kept = recordingOf(other).checkpoints;
    if (checkpoints.at(-1)?.top === top) checkpoints.pop();
    const at = nearestCheckpoint(kept, oldTop);
    const oldSlot = (kept[at] as Checkpoint).slot;
    const shift = { top: top - oldTop, slot: slot - oldSlot };
    for (const later of kept.slice(at)) {
      const moved = shiftCalls(later.machine, shift.top);
      checkpoints.push({ top: later.top + shift.top, slot: later.slot + shift.slot, machine: moved });
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

/** The next top-level event before which the old run kept a machine. */
function nextKept(old: Trace, oldTop: number): number {
  const { checkpoints } = recordingOf(old);
  return checkpoints[nearestCheckpoint(checkpoints, oldTop) + 1]?.top ?? old.program.length;
}

/** Whether the old run stood at exactly this machine before one of its events. */
function joins(old: Trace, oldTop: number, machine: Machine): boolean {
  const { checkpoints } = recordingOf(old);
  const candidate = checkpoints[nearestCheckpoint(checkpoints, oldTop)];
  if (candidate?.top !== oldTop || !old.isComplete) return false;
  // A suspended call names its place in the program, and that has moved.
  if (Object.values(machine.tasks).some((task) => task.calls.length > 0)) return false;
  return isSame(candidate.machine, machine);
}

/** Whether two pieces of plain data are equal, down to the order of their keys; what they share is not looked into. */
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

/** A machine whose suspended calls name their new places in the program. */
function shiftCalls(machine: Machine, by: number): Machine {
  const move = ([top = 0, ...rest]: readonly number[]) => [top + by, ...rest];
  let moved = machine;
  for (const [id, { calls }] of Object.entries(machine.tasks)) {
    if (by === 0 || calls.length === 0) continue;
    moved = withTask(moved, id, { calls: calls.map((frame) => ({ ...frame, path: move(frame.path) })) });
  }
  return moved;
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
