import { cpuOf, currentOf, taskOf, withTask } from '../machine.ts';
import type { Book, Event, Machine, Opened, Program, Summary, Task } from '../model.ts';
import type { World } from '../setup/world.ts';
import { execute } from './execute.ts';

/**
 * What calls do, remembered. A helper call outside interrupts, with nothing held back, depends on little: the task's
 * state, the architecture's registers, and the innermost open enable and pause of its caller. Each such case is executed
 * once, by the ordinary executor, and after that a call is one look-up: the run becomes a walk of a table.
 */
export interface Table {
  /** It has met more than it should keep. */
  full(): boolean;
  /** The number of a summary; equal summaries have the same. */
  numberOf(summary: Summary): number;
  summary(number: number): Summary;
  /**
   * Runs the plain calls of a program from event `from` up to `to`, as far as they stay plain, and writes their summary
   * numbers into `column` from `slot` on. Null where there are too few to be worth it, or the machine is not plain.
   */
  calls(machine: Machine, program: Program, range: Range, column: Uint32Array, slot: number): Stretch | null;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Stretch {
  readonly machine: Machine;
  readonly count: number;
}

const CALLS = { enable: 0, disable: 1, pause: 2, resume: 3 } as const;
/** Fewer plain calls in a row than this are executed one by one. */
const WORTH_IT = 4;
/** Kinds of open enables and pauses that a table tells apart, with none; where more occur, the executor goes on. */
const ENABLES = 3;
const PAUSES = 8;
/** Per core: is more than one enable open, the innermost enable, the innermost pause, the call. */
const CASES = 2 * ENABLES * PAUSES * 4;
/** A program that visits more states than this goes on without the table. */
const MAX_CORES = 1 << 15;
/** A table that keeps more distinct rows than this serves no further run. */
const MAX_SUMMARIES = 1 << 18;

/** The part of a machine that a plain call can see and change, without the caller's book. */
interface Core {
  readonly task: Pick<Task, 'fields' | 'entered' | 'arch'>;
  readonly cpuArch: Machine['cpus'][number]['arch'];
  readonly once: Machine['once'];
}

const TABLES = new WeakMap<World, Table>();

/** The table of a world. What one run met, the next one of the same world knows; a full table is begun anew. */
export function tableOf(world: World): Table {
  const known = TABLES.get(world);
  if (known && !known.full()) return known;
  const table = newTable(world);
  TABLES.set(world, table);
  return table;
}

function newTable(world: World): Table {
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

  const cores: Core[] = [];
  const coreNumbers = new Map<string, number>();
  const enableKinds = kinds();
  const pauseKinds = kinds();
  /** Per core, tops and call: 1 + the number of the case, 0 where it was not met yet. */
  let cells = new Int32Array(CASES * 16);
  const caseSummary: number[] = [];
  const caseCore: number[] = [];
  const casePush: number[] = [];

  const coreOf = (machine: Machine, id: string): number => {
    const { fields, entered, arch, bhOff } = taskOf(machine, id);
    const core = { task: { fields, entered, arch }, cpuArch: cpuOf(machine, machine.here).arch, once: machine.once };
    const others = Object.entries(machine.tasks).map(([name, task]) => (name === id ? name : [name, task.fields]));
    const key = JSON.stringify([id, machine.here, bhOff, core, others]);
    let number = coreNumbers.get(key);
    if (number === undefined) {
      if (cores.length === MAX_CORES) return -1;
      number = cores.push(core) - 1;
      coreNumbers.set(key, number);
      if (cells.length < cores.length * CASES) {
        const grown = new Int32Array(cells.length * 2);
        grown.set(cells);
        cells = grown;
      }
    }
    return number;
  };
  const restore = (machine: Machine, id: string, core: number, book: Book): Machine => {
    const { task, cpuArch, once } = cores[core] as Core;
    const cpus = machine.cpus.map((cpu, i) => (i === machine.here ? { ...cpu, arch: cpuArch } : cpu));
    return { ...withTask(machine, id, { ...task, book }), cpus, once };
  };

  return {
    full: () => cores.length >= MAX_CORES || summaries.length >= MAX_SUMMARIES,
    numberOf,
    summary: (number) => summaries[number] as Summary,
    calls(machine, program, { from, to }, column, slot) {
      const id = currentOf(machine);
      if (id === null || from + WORTH_IT > to) return null;
      for (let i = from; i < from + WORTH_IT; i++) if (callOf(program[i] as Event) < 0) return null;
      const { calls, book } = taskOf(machine, id);
      if (calls.length > 0 || cpuOf(machine, machine.here).interrupts.length > 0) return null;
      if (world.simulation.pending(machine, id) > 0) return null;
      let core = coreOf(machine, id);
      if (core < 0) return null;
      const enables = stackOf(book.enables, enableKinds);
      const pauses = stackOf(book.pauses, pauseKinds);
      const bookNow = (): Book => ({ enables: enables.open(), pauses: pauses.open() });
      let at = from;
      for (; at < to; at++) {
        const call = callOf(program[at] as Event);
        if (call < 0) break;
        const enable = enables.top();
        const pause = pauses.top();
        if (enable >= ENABLES || pause >= PAUSES) break;
        const cell = (((core * 2 + (enables.depth() > 1 ? 1 : 0)) * ENABLES + enable) * PAUSES + pause) * 4 + call;
        let known = (cells[cell] as number) - 1;
        if (known < 0) {
          // A case not met yet: the ordinary executor says what happens, once.
          const before = restore(machine, id, core, bookNow());
          let summary: Summary | undefined;
          const after = execute(world, before, program, at, {
            row: (_path, _part, row) => {
              summary = row;
            },
          });
          const next = after.over === null ? coreOf(after, id) : -1;
          if (next < 0 || !summary) break;
          const { book: left } = taskOf(after, id);
          known = caseSummary.push(numberOf(summary)) - 1;
          caseCore.push(next);
          casePush.push(
            call === CALLS.enable
              ? enableKinds.of(left.enables.at(-1) as Opened)
              : call === CALLS.pause
                ? pauseKinds.of(left.pauses.at(-1) as Opened)
                : 0,
          );
          cells[cell] = known + 1;
        }
        column[slot + at - from] = caseSummary[known] as number;
        core = caseCore[known] as number;
        const push = casePush[known] as number;
        const stack = call < 2 ? enables : pauses;
        if (push === 0) stack.pop();
        else stack.push(push);
      }
      return at === from ? null : { machine: restore(machine, id, core, bookNow()), count: at - from };
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
interface Kinds {
  of(one: Opened): number;
  get(kind: number): Opened;
}

function kinds(): Kinds {
  const list: Opened[] = [];
  const seen = new WeakMap<Opened, number>();
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
    get: (kind) => list[kind - 1] as Opened,
  };
}

/** A book's open calls while the table walks: runs of kinds, changed in place. */
function stackOf(open: readonly Opened[], { of, get }: Kinds) {
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
    open: (): Opened[] => kind.map((one, i) => ({ ...get(one), times: times[i] as number })),
  };
}
