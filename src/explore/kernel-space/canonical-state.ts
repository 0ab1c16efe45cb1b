import { interruptOf, pagesIn, withPageIn } from '../../engine/machine.ts';
import type { Frame, Json, Machine, OpenCalls, Page, Task } from '../../engine/model.ts';
import type { RuleState } from '../../engine/rules/rule.ts';

/**
 * A machine in parts, without what cannot influence the future: which `_ONCE` checks have printed (their conditions are
 * visible anyway), where in the program a call stands, how often a page was set as long as the same values are equal,
 * and bookkeeping that no rule of the property reads.
 */
export interface CanonicalState {
  /** The state fields of all tasks, concatenated. */
  readonly bytes: readonly number[];
  readonly books: Books;
  /** Everything else. */
  readonly template: Machine;
}

/** What each context has open: the tasks in order, then the interrupt if there is one. */
export type Books = readonly OpenCalls[];

export const EMPTY_BOOK: OpenCalls = { enables: [], pauses: [] };
const NOTHING_FOUND = { fields: {}, active: null, entered: false };

/** Splits a machine into its canonical parts. `representatives` comes from `keptValueRepresentatives`. */
export function canonicalise(
  machine: Machine,
  reads: ReadonlySet<RuleState>,
  representatives: Uint8Array,
): CanonicalState {
  const bytes: number[] = [];
  const books: OpenCalls[] = [];
  const tasks: Record<string, Task> = {};
  const values = valuesIn(machine);
  Object.entries(machine.tasks).forEach(([id, task], index) => {
    bytes.push(...Object.values(task.fields));
    books.push(task.openCalls);
    const fields = Object.fromEntries(Object.keys(task.fields).map((name) => [name, 0]));
    const calls = task.calls.map((frame) => canonicalFrame(frame, index, reads, representatives));
    const entered = reads.has('entered') && task.entered;
    tasks[id] = { ...task, fields, entered, calls, openCalls: EMPTY_BOOK, arch: renumber(task.arch, values, null) };
  });
  const cpus = machine.cpus.map((cpu) => ({
    ...cpu,
    interrupts: cpu.interrupts.map((interrupt) => {
      books.push(interrupt.openCalls);
      return { ...interrupt, openCalls: EMPTY_BOOK, ...(!reads.has('found') && { found: NOTHING_FOUND }) };
    }),
    arch: renumber(cpu.arch, values, null),
  }));
  // Sorted by id, because the order of first use is irrelevant.
  let pages: Machine['pages'] = {};
  for (const [id, before] of pagesIn(machine).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const page = renumber(before as unknown as Json, values, id) as unknown as Page;
    pages = withPageIn(pages, id, { ...page, sets: values.get(id)?.length ?? 0 });
  }
  return { bytes, books, template: { ...machine, tasks, cpus, pages, once: [] } };
}

/** Restores a machine from its parts; a context without a book has nothing open. */
export function restoreMachine({ bytes, books, template }: CanonicalState): Machine {
  let at = 0;
  const tasks: Record<string, Task> = {};
  Object.entries(template.tasks).forEach(([id, task], index) => {
    const fields = Object.fromEntries(Object.keys(task.fields).map((name) => [name, bytes[at++] ?? 0]));
    tasks[id] = { ...task, fields, openCalls: books[index] ?? EMPTY_BOOK };
  });
  if (interruptOf(template) === null) return { ...template, tasks };
  const book = books[Object.keys(tasks).length] ?? EMPTY_BOOK;
  const cpus = template.cpus.map((cpu) => ({
    ...cpu,
    interrupts: cpu.interrupts.map((interrupt) => ({ ...interrupt, openCalls: book })),
  }));
  return { ...template, tasks, cpus };
}

const canonicalFrame = (frame: Frame, index: number, reads: ReadonlySet<RuleState>, alike: Uint8Array): Frame => ({
  ...frame,
  ...(!reads.has('found') && { found: { active: null, entered: false }, wasActive: false }),
  path: [index],
  blocks: [],
  writes: 0,
  lastWas: null,
  temps: frame.temps.map((temp) => alike[temp] ?? temp),
});

/** Per page, the sorted values that its entries have anywhere: the n-th behaves like value n. */
type Values = ReadonlyMap<string, readonly number[]>;

function valuesIn(machine: Machine): Values {
  const found = new Map<string, number[]>();
  const visit = (json: Json, page: string | null): void => {
    if (typeof json !== 'object' || json === null) return;
    if (isArray(json)) {
      for (const one of json) visit(one, page);
      return;
    }
    const of = typeof json.page === 'string' ? json.page : page;
    if (of !== null && typeof json.value === 'number') found.set(of, [...(found.get(of) ?? []), json.value]);
    for (const one of Object.values(json)) visit(one, of);
  };
  for (const [id, page] of pagesIn(machine)) visit(page as unknown as Json, id);
  for (const { arch } of [...Object.values(machine.tasks), ...machine.cpus]) visit(arch, null);
  return new Map([...found].map(([id, values]) => [id, [...new Set(values)].sort((a, b) => a - b)]));
}

function renumber(json: Json, values: Values, page: string | null): Json {
  if (typeof json !== 'object' || json === null || values.size === 0) return json;
  if (isArray(json)) return json.map((one) => renumber(one, values, page));
  const of = typeof json.page === 'string' ? json.page : page;
  return Object.fromEntries(
    Object.entries(json).map(([key, one]) => {
      if (key !== 'value' || typeof one !== 'number') return [key, renumber(one, values, of)];
      return [key, (values.get(of ?? '')?.indexOf(one) ?? -1) + 1];
    }),
  );
}

const isArray = (json: Json): json is readonly Json[] => Array.isArray(json);
