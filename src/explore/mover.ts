import type { Value } from '../engine/compile.ts';
import type { Finding, Machine } from '../engine/model.ts';
import type { Kept } from '../engine/rule.ts';
import { initialMachine, newTask, type World } from '../engine/world.ts';
import { type Act, moveOf } from './acts.ts';
import { type Interner, internerOf } from './interner.ts';
import { type Books, machineOf, partsOf } from './normal.ts';
import { perform, type Stops } from './perform.ts';
import { type Seen, seenOf } from './seen.ts';

/** One world of a space: what an act does to a machine in parts. */
export interface Mover {
  readonly initial: { readonly template: number; readonly bytes: readonly number[] };
  template(number: number): Machine;
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
  /** What of the books must be told apart. */
  readonly keep: (books: Books) => Books;
}

/**
 * Acts by the ordinary executor, each once for a class of machines: where the revision compares its fields only with
 * constants near 0 and 255, all values between are one class, and what is done to one is done to all.
 */
export function moverOf({ world, tasks, acts, stops, breaks, reached, reads, books, keep }: MoverOptions): Mover {
  const templates = internerOf<Machine>();
  const known = new Map<number, readonly Moved[]>();
  const classes = !reached && hasPlainFields(world) ? CLASSES : null;

  const execute = (template: number, bytes: Uint8Array, book: number, act: number): readonly Moved[] => {
    const before = machineOf({ template: templates.get(template), bytes: [...bytes], books: books.get(book) });
    return perform(world, before, acts[act] as Act, stops).map(({ stop, machine, rows }) => {
      const after = partsOf(machine, reads);
      return {
        stop,
        template: templates.numberOf(after.template),
        added: Uint8Array.from(after.bytes, (byte, i) => byte - (bytes[i] ?? 0)),
        books: books.numberOf(keep(after.books)),
        broken: rows.some(({ findings }) => findings.some(breaks)) || (stop === 0 && reached?.(machine) === true),
        fired: rows.some(({ checks }) => checks.some(({ fired }) => fired)),
        seen: rows.map(seenOf),
      };
    });
  };

  const start = initialMachine(world);
  const extra = tasks.filter((id) => !start.tasks[id]).map((id) => [id, newTask(world, 'm1', null)] as const);
  const first = partsOf({ ...start, tasks: { ...start.tasks, ...Object.fromEntries(extra) } }, reads);
  return {
    initial: { template: templates.numberOf(first.template), bytes: first.bytes },
    template: templates.get,
    moves(template, bytes, book, act) {
      // An interrupt remembers the fields as it found them: there they are compared with each other.
      const compares =
        reads.has('found') &&
        (acts[act]?.act === 'begin' || templates.get(template).cpus.some((cpu) => cpu.interrupts.length > 0));
      if (!classes || compares || book >= MOST_BOOKS) return execute(template, bytes, book, act);
      let key = moveOf(template, 0) + act;
      for (const byte of bytes) key = key * SOME + (classes[byte] as number);
      key = key * MOST_BOOKS + book;
      if (key > Number.MAX_SAFE_INTEGER) return execute(template, bytes, book, act);
      const met = known.get(key);
      if (met) return met;
      const moved = execute(template, bytes, book, act);
      known.set(key, moved);
      return moved;
    },
  };
}

/** An act moves a field by at most this much: a switch that pauses or resumes, and the call that goes on. */
const NEAR = 4;
const SOME = 2 * NEAR + 1;
const MOST_BOOKS = 1 << 16;

/** The class of each value of a byte. */
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte < NEAR) return byte;
  return byte >= 256 - NEAR ? byte - 256 + SOME : NEAR;
});

/** Whether the fields are compared only with 0, 1, 254 and 255, never with each other. */
function hasPlainFields({ codes, active }: World): boolean {
  const isPlain = (value: Value): boolean => {
    if (value.kind === 'constant') return value.value <= 1 || value.value >= 254;
    if (value.kind === 'not') return isPlain(value.of);
    if (value.kind !== 'binary') return true;
    const logic = value.op === '&&' || value.op === '||';
    return isPlain(value.left) && isPlain(value.right) && (logic || isFixed(value.left) || isFixed(value.right));
  };
  const isFixed = ({ kind }: Value) => kind === 'constant';
  const tests = Object.values(codes).flatMap(({ instructions }) =>
    instructions.flatMap((one): Value[] => {
      if (one.op === 'check' || one.op === 'branch') return [one.test];
      return one.op === 'write' && one.value.kind !== 'bump' ? [one.value] : [];
    }),
  );
  const assigned = Object.values(codes).every(({ instructions }) =>
    instructions.every((one) => one.op !== 'write' || one.value.kind === 'bump' || one.value.kind === 'constant'),
  );
  return assigned && [...tests, ...(active ? [active.task, active.here] : [])].every(isPlain);
}
