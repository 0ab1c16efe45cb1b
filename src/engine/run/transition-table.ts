import { cpuOf, currentOf, taskOf, withTask } from '../machine.ts';
import type { Event, Machine, OpenCall, OpenCalls, Program, Summary, Task } from '../model.ts';
import type { World } from '../setup/world.ts';
import { execute } from './execute.ts';

/**
 * Memoises calls. A helper call outside interrupts with nothing pending depends only on the task's state, the architecture's
 * registers, and the innermost open enable and pause of its caller. Each such case is executed once by the ordinary executor; after
 * that a call is one table look-up.
 */
export interface TransitionTable {
  /** Whether it has grown too large to be reused. */
  isFull(): boolean;
  /** Returns the number of a summary; equal summaries have the same number. */
  numberOf(summary: Summary): number;
  summary(number: number): Summary;
  /**
   * Runs the plain calls of a program from event `from` up to `to`, as far as they stay plain, and writes their summary
   * numbers into `column` from `slot` on. Null where there are too few to be worth it, or the machine is not plain.
   */
  runCalls(machine: Machine, program: Program, range: EventRange, column: Uint32Array, slot: number): RunCalls | null;
}

interface EventRange {
  readonly from: number;
  readonly to: number;
}

interface RunCalls {
  readonly machine: Machine;
  readonly count: number;
}

const CALLS = { enable: 0, disable: 1, pause: 2, resume: 3 } as const;
/** Shorter sequences of plain calls are executed one by one. */
const MIN_CALLS = 4;
/** Limits the kinds of open enables and pauses in a table, including none. Beyond it, the executor continues. */
const MAX_ENABLE_KINDS = 3;
const MAX_PAUSE_KINDS = 8;
/** Per core: is more than one enable open, the innermost enable, the innermost pause, the call. */
const CASES_PER_STATE = 2 * MAX_ENABLE_KINDS * MAX_PAUSE_KINDS * 4;
/** A program that visits more states than this continues without the table. */
const MAX_STATES = 1 << 15;
/** A table that keeps more distinct rows than this serves no further run. */
const MAX_SUMMARIES = 1 << 18;

/** The part of a machine that a plain call can see and change, without the caller's open calls. */
interface CallState {
  readonly task: Pick<Task, 'fields' | 'entered' | 'arch'>;
  readonly cpuArch: Machine['cpus'][number]['arch'];
  readonly once: Machine['once'];
}

const TABLES = new WeakMap<World, TransitionTable>();

/** Returns the table of a world, shared by its runs; a full table is replaced by an empty one. */
export function transitionTableOf(world: World): TransitionTable {
  const known = TABLES.get(world);
  if (known && !known.isFull()) return known;
  const table = newTable(world);
  TABLES.set(world, table);
  return table;
}

function newTable(world: World): TransitionTable {
  const summaries: Summary[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (summary: Summary): number => {
    const key = keyOf(summary);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    summaries.push(summary);
    numbers.set(key, summaries.length - 1);
    return summaries.length - 1;
  };

  const states: CallState[] = [];
  const stateNumbers = new Map<string, number>();
  const enableKinds = newKinds();
  const pauseKinds = newKinds();
  /** Per core, tops and call: 1 + the number of the case, 0 where it was not met yet. */
  let cells = new Int32Array(CASES_PER_STATE * 16);
  const caseSummary: number[] = [];
  const caseState: number[] = [];
  const casePush: number[] = [];

  const numberOfState = (machine: Machine, id: string): number => {
    const { fields, entered, arch, bhOff } = taskOf(machine, id);
    const core = { task: { fields, entered, arch }, cpuArch: cpuOf(machine, machine.here).arch, once: machine.once };
    const others = Object.entries(machine.tasks).map(([name, task]) => (name === id ? name : [name, task.fields]));
    const key = JSON.stringify([id, machine.here, bhOff, core, others]);
    let number = stateNumbers.get(key);
    if (number === undefined) {
      if (states.length === MAX_STATES) return -1;
      number = states.push(core) - 1;
      stateNumbers.set(key, number);
      if (cells.length < states.length * CASES_PER_STATE) {
        const grown = new Int32Array(cells.length * 2);
        grown.set(cells);
        cells = grown;
      }
    }
    return number;
  };
  const restore = (machine: Machine, id: string, core: number, openCalls: OpenCalls): Machine => {
    const { task, cpuArch, once } = states[core] as CallState;
    const cpus = machine.cpus.map((cpu, i) => (i === machine.here ? { ...cpu, arch: cpuArch } : cpu));
    return { ...withTask(machine, id, { ...task, openCalls }), cpus, once };
  };

  return {
    isFull: () => states.length >= MAX_STATES || summaries.length >= MAX_SUMMARIES,
    numberOf,
    summary: (number) => summaries[number] as Summary,
    runCalls(machine, program, { from, to }, column, slot) {
      const id = currentOf(machine);
      if (id === null || from + MIN_CALLS > to) return null;
      for (let i = from; i < from + MIN_CALLS; i++) if (callOf(program[i] as Event) < 0) return null;
      const { calls, openCalls } = taskOf(machine, id);
      if (calls.length > 0 || cpuOf(machine, machine.here).interrupts.length > 0) return null;
      if (world.simulation.pending(machine, id) > 0) return null;
      let core = numberOfState(machine, id);
      if (core < 0) return null;
      const enables = stackOf(openCalls.enables, enableKinds);
      const pauses = stackOf(openCalls.pauses, pauseKinds);
      const openCallsNow = (): OpenCalls => ({ enables: enables.open(), pauses: pauses.open() });
      let at = from;
      for (; at < to; at++) {
        const call = callOf(program[at] as Event);
        if (call < 0) break;
        const enable = enables.top();
        const pause = pauses.top();
        if (enable >= MAX_ENABLE_KINDS || pause >= MAX_PAUSE_KINDS) break;
        const cell =
          (((core * 2 + (enables.depth() > 1 ? 1 : 0)) * MAX_ENABLE_KINDS + enable) * MAX_PAUSE_KINDS + pause) * 4 +
          call;
        let known = (cells[cell] as number) - 1;
        if (known < 0) {
          // A case not met yet: the ordinary executor says what happens, once.
          const before = restore(machine, id, core, openCallsNow());
          let summary: Summary | undefined;
          const after = execute(world, before, program, at, {
            row: (_path, _part, row) => {
              summary = row;
            },
          });
          const next = after.over === null ? numberOfState(after, id) : -1;
          if (next < 0 || !summary) break;
          const { openCalls: left } = taskOf(after, id);
          known = caseSummary.push(numberOf(summary)) - 1;
          caseState.push(next);
          casePush.push(
            call === CALLS.enable
              ? enableKinds.of(left.enables.at(-1) as OpenCall)
              : call === CALLS.pause
                ? pauseKinds.of(left.pauses.at(-1) as OpenCall)
                : 0,
          );
          cells[cell] = known + 1;
        }
        column[slot + at - from] = caseSummary[known] as number;
        core = caseState[known] as number;
        const push = casePush[known] as number;
        const stack = call < 2 ? enables : pauses;
        if (push === 0) stack.pop();
        else stack.push(push);
      }
      return at === from ? null : { machine: restore(machine, id, core, openCallsNow()), count: at - from };
    },
  };
}

/**
 * A text that equal summaries share and no others: within one world the names of fields are the same in all of them. JSON would
 * do, and takes three times as long.
 */
function keyOf(summary: Summary): string {
  const { task, cpu, context, outcome, why, fields, others, active, entered, inInterrupt, pending, result } = summary;
  const { callbacks, checks, effects, findings, inferred } = summary;
  let key = `${task}\0${cpu}\0${context}\0${outcome}\0${why}\0${active}\0${entered}\0${inInterrupt}\0${pending}\0${result}\0${inferred}`;
  for (const name in fields) key += `\0${fields[name]}`;
  for (const other in others) key += `\0${other}${JSON.stringify(others[other])}`;
  for (const { kind, how, entries, cpu: where, because } of effects) {
    key += `\x01${kind}\0${how}\0${entries}\0${where}\0${because}`;
  }
  if (callbacks.length > 0) key += `\x02${JSON.stringify(callbacks)}`;
  if (checks.length > 0) key += `\x03${JSON.stringify(checks)}`;
  if (findings.length > 0) key += `\x04${JSON.stringify(findings)}`;
  return key;
}

/** The number of a plain call; -1 for any other event. */
function callOf(event: Event): number {
  if (event.kind !== 'call' || event.inside || event.off || event.range) return -1;
  return CALLS[event.helper];
}

/** Numbers for open calls that differ in more than how often they stand in a row; from 1. */
interface OpenCallKinds {
  of(one: OpenCall): number;
  get(kind: number): OpenCall;
}

function newKinds(): OpenCallKinds {
  const list: OpenCall[] = [];
  const seen = new WeakMap<OpenCall, number>();
  return {
    of(one) {
      const met = seen.get(one);
      if (met !== undefined) return met;
      const kind = { ...one, times: 1 };
      const key = JSON.stringify(kind);
      const known = list.findIndex((other) => JSON.stringify(other) === key);
      const number = known >= 0 ? known + 1 : list.push(kind);
      seen.set(one, number);
      return number;
    },
    get: (kind) => list[kind - 1] as OpenCall,
  };
}

/** Open calls while the table walks: runs of kinds, changed in place. */
function stackOf(open: readonly OpenCall[], { of, get }: OpenCallKinds) {
  const kind = open.map(of);
  const times = open.map((one) => one.times);
  let depth = times.reduce((sum, count) => sum + count, 0);
  return {
    top: () => (kind.length === 0 ? 0 : (kind[kind.length - 1] as number)),
    depth: () => depth,
    push(one: number) {
      const last = kind.length - 1;
      depth += 1;
      if (kind[last] === one) times[last] = (times[last] as number) + 1;
      else times[kind.push(one) - 1] = 1;
    },
    pop() {
      const last = kind.length - 1;
      if (last < 0) return;
      depth -= 1;
      times[last] = (times[last] as number) - 1;
      if (times[last] === 0) {
        kind.pop();
        times.pop();
      }
    },
    open: (): OpenCall[] => kind.map((one, i) => ({ ...get(one), times: times[i] as number })),
  };
}
