import { currentOf } from '../../engine/machine.ts';
import type { Finding, Machine, Opened } from '../../engine/model.ts';
import { depthOf } from '../../engine/open-calls.ts';
import type { Kept } from '../../engine/rules/rule.ts';
import { initialMachine, newTask, type World } from '../../engine/setup/world.ts';
import { type Interner, internerOf } from '../search/interner.ts';
import { stateSetOf } from '../search/state-set.ts';
import type { Act } from './actions.ts';
import { type Books, EMPTY_BOOK, machineOf, partsOf } from './canonical-state.ts';
import { keptValues } from './kept-values.ts';
import { type Seen, seenOf } from './observation.ts';
import { perform, type Stops } from './perform.ts';
import type { Open } from './scope.ts';
import { ALONE, type Classes, countClasses, fieldClasses, SMALL } from './value-abstraction.ts';

/** One world of a space: what an act does to a machine in parts. */
export interface Mover {
  readonly initial: { readonly template: number; readonly bytes: readonly number[] };
  /** Of each byte. The bytes are the fields of the tasks in a row, then what is counted as open. */
  readonly classes: readonly Classes[];
  template(number: number): Machine;
  numberOf(template: Machine): number;
  /** Whether the values of the bytes are compared with each other in a machine of this template, classes or not. */
  compares(template: number): boolean;
  /** Where in the bytes that stands which a context alone reads and writes. */
  bytesOf(context: number): readonly number[];
  /** Where in the bytes it is counted what a context has open: its enables, and behind them its pauses. */
  countsAt(context: number): number;
  /** Where an act leads, from a machine with these parts. */
  moves(template: number, bytes: Uint8Array, books: number, act: number): readonly Moved[];
}

export interface Moved {
  /** The statement after which a call was stopped; 0: none. */
  readonly stop: number;
  readonly template: number;
  /** What is added to each byte, modulo 256. */
  readonly added: Uint8Array;
  readonly books: number;
  /** Something that was asked for was found. */
  readonly broken: boolean;
  /** A check of the revision fired. */
  readonly fired: boolean;
  readonly seen: readonly Seen[];
}

export interface MoverOptions {
  readonly world: World;
  readonly tasks: readonly string[];
  readonly acts: readonly Act[];
  /** Where calls are left, too. */
  readonly stops: Stops;
  readonly breaks: (finding: Finding) => boolean;
  /** A machine that is looked for: it may tell values apart that the revision does not. */
  readonly reached: ((machine: Machine) => boolean) | null;
  readonly reads: ReadonlySet<Kept>;
  readonly books: Interner<Books>;
  /** The most that a task may have open. */
  readonly open: Open;
  /** What of the books must be told apart; else which calls are counted while they are open, in bytes. */
  readonly keep: ((books: Books) => Books) | Record<keyof Open, boolean>;
}

/** Acts by the ordinary executor, each once for machines whose bytes are of the same classes. */
export function moverOf({ world, tasks, acts, stops, breaks, reached, reads, books, open, keep }: MoverOptions): Mover {
  const templates = internerOf<Machine>();
  const counts = typeof keep === 'object';
  const interrupts = acts.some(({ act }) => act === 'begin');
  const start = initialMachine(world);
  const extra = tasks.filter((id) => !start.tasks[id]).map((id) => [id, newTask(world, 'm1', null)] as const);
  const alike = keptValues(world);
  const first = partsOf({ ...start, tasks: { ...start.tasks, ...Object.fromEntries(extra) } }, reads, alike);
  const perTask = first.bytes.length / tasks.length;
  const countsAt = (context: number) => first.bytes.length + 2 * context;
  const contexts = counts ? tasks.length + (interrupts ? 1 : 0) : 0;
  // A switch may pause one task and resume the other, back at once, and let a call go on.
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
        : [SMALL, SMALL],
    ).flat(),
  ];

  const booksOf = (bytes: Uint8Array): Books =>
    Array.from({ length: contexts }, (_, context) => ({
      enables: openTimes(bytes[countsAt(context)], world),
      pauses: openTimes(bytes[countsAt(context) + 1], world),
    }));
  const counted = (all: Books): number[] =>
    Array.from({ length: contexts }, (_, context) => all[context] ?? EMPTY_BOOK).flatMap(({ enables, pauses }) => [
      counts && keep.enables ? depthOf(enables) : 0,
      counts && keep.pauses ? depthOf(pauses) : 0,
    ]);

  const execute = (template: number, bytes: Uint8Array, book: number, act: number): readonly Moved[] => {
    const before = machineOf({
      template: templates.get(template),
      bytes: [...bytes],
      books: counts ? booksOf(bytes) : books.get(book),
    });
    return perform(world, before, acts[act] as Act, stops).map(({ stop, machine, rows }) => {
      const after = partsOf(machine, reads, alike);
      const now = [...after.bytes, ...counted(after.books)];
      return {
        stop,
        template: templates.numberOf(after.template),
        added: Uint8Array.from(now, (byte, i) => byte - (bytes[i] ?? 0)),
        books: counts ? book : books.numberOf(keep(after.books)),
        broken: rows.some(({ findings }) => findings.some(breaks)) || (stop === 0 && reached?.(machine) === true),
        fired: rows.some(({ checks }) => checks.some(({ fired }) => fired)),
        seen: rows.map(seenOf),
      };
    });
  };

  /** Which bytes an act can see: what the running task and its interrupt do is nothing to the others. */
  const seenBy: (readonly number[])[][] = [];
  const bytesFor = (template: number, act: number): readonly number[] => {
    seenBy[template] ??= [];
    seenBy[template][act] ??= visible(templates.get(template), acts[act] as Act);
    return seenBy[template][act];
  };
  const contextOf = (byte: number): number =>
    byte < first.bytes.length ? Math.floor(byte / perTask) : (byte - first.bytes.length) >> 1;
  const bytesOf = (context: number) => classes.map((_, i) => i).filter((i) => contextOf(i) === context);
  const visible = (machine: Machine, act: Act): readonly number[] => {
    const task = tasks.indexOf(currentOf(machine) ?? '');
    if (act.act === 'switch' || act.act === 'away' || task < 0) return classes.map((_, i) => i);
    return [...bytesOf(task), ...bytesOf(tasks.length)];
  };

  let keys = stateSetOf(KEY);
  let known: (readonly Moved[])[] = [];
  const key = new Uint32Array(KEY);
  const compares = (template: number) =>
    reached !== null || (reads.has('found') && templates.get(template).cpus.some((cpu) => cpu.interrupts.length > 0));
  return {
    initial: {
      template: templates.numberOf(first.template),
      bytes: [...first.bytes, ...new Array(2 * contexts).fill(0)],
    },
    classes,
    template: templates.get,
    numberOf: templates.numberOf,
    bytesOf,
    // An interrupt remembers the fields as it found them: there they are compared with each other.
    compares: (template) => compares(template) || (reads.has('found') && interrupts),
    countsAt,
    moves(template, bytes, book, act) {
      if (compares(template) || (acts[act]?.act === 'begin' && reads.has('found')))
        return execute(template, bytes, book, act);
      key.fill(0);
      key[0] = template;
      key[1] = book;
      key[2] = act;
      for (const i of bytesFor(template, act)) {
        const one = (classes[i] as Classes)[bytes[i] as number] as number;
        if (one === ALONE) return execute(template, bytes, book, act);
        const at = 3 + (i >> 3);
        key[at] = (key[at] as number) | ((one + 1) << (4 * (i & 7)));
      }
      const before = keys.size;
      const number = keys.add(key);
      if (number < before) return known[number] as readonly Moved[];
      if (number === MOST_KNOWN) {
        keys = stateSetOf(KEY);
        known = [];
        return execute(template, bytes, book, act);
      }
      const moved = execute(template, bytes, book, act);
      known[number] = moved;
      return moved;
    },
  };
}

/** Words of a key: template, books, act, and the classes of up to 16 bytes. */
const KEY = 5;
/** What was executed is forgotten where it is more than this: where nearly every state has books of its own. */
const MOST_KNOWN = 1 << 19;

/** Where the option is off no call takes effect. */
const openTimes = (times: number | undefined, { backend }: World): readonly Opened[] =>
  times ? [{ times, effective: backend.configured }] : [];
