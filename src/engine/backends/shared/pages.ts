import { isKernelPage, pageId, pageOf, pagesIn, withPage, withPageIn } from '../../machine.ts';
import type { Effect, Machine, Page, PageEvent, PageId, PageOp, Pte } from '../../model.ts';
import type { PageReaction, Site } from '../backend.ts';

/** Memory and translation hardware of an architecture whose stores are immediate; the basis of all backends. */

/** Formats an entry for the table: `1`, `2 ro`, `none`. */
export const pteText = (pte: Pte | null): string =>
  pte === null ? 'none' : `${pte.value}${pte.writable ? '' : ' ro'}`;

/** The entry that an operation leaves in memory, or undefined where it writes none. */
export function entryAfter(op: PageOp, page: Page): Pte | null | undefined {
  switch (op) {
    case 'set':
      return { value: page.sets + 1, writable: true };
    case 'clear':
    case 'get-and-clear':
      return null;
    case 'wrprotect':
      return page.memory === null ? undefined : { ...page.memory, writable: false };
    default:
      return undefined;
  }
}

/** Stores an entry in memory immediately. */
export function storeNow(machine: Machine, id: PageId, op: PageOp, entry: Pte | null): Machine {
  const { sets } = pageOf(machine, id);
  return withPage(machine, id, { memory: entry, sets: op === 'set' ? sets + 1 : sets });
}

/** Runs a page operation on an architecture that defers nothing. */
export function runPageAtOnce({ op, page }: PageEvent, index: number, site: Site): PageReaction {
  const { machine, cpu, task } = site;
  const id = pageId(machine, task, page.space, index);
  if (op === 'touch' || op === 'touch-write') return touch(site, id, op === 'touch-write');
  const before = pageOf(machine, id);
  const entry = entryAfter(op, before);
  if (entry === undefined) return { machine, effects: [], result: pteText(before.memory) };
  return {
    machine: storeNow(machine, id, op, entry),
    effects: [{ kind: 'store', how: 'memory', entries: 1, cpu }],
    result: op === 'get-and-clear' ? `got ${pteText(before.memory)}` : 'stored',
  };
}

/**
 * Accesses a page through its mapping: the cached translation, or else the entry that a page-table walk finds in memory. A stale
 * translation is used as it is: on every architecture it lasts until a flush, with or without lazy mode.
 */
export function touch(site: Site, id: PageId, write: boolean): PageReaction {
  const { machine, cpu } = site;
  const page = pageOf(machine, id);
  const used = page.hardware ?? page.memory;
  if (used === null || (write && !used.writable)) {
    const how = used === null ? 'translation' : 'permission';
    return { machine, effects: [{ kind: 'fault', how, entries: 1, cpu }], result: 'faults' };
  }
  const stale = page.hardware !== null && pteText(page.hardware) !== pteText(page.memory);
  return {
    machine: page.hardware === null ? withPage(machine, id, { hardware: used }) : machine,
    effects: [],
    result: stale ? `old ${pteText(used)}` : `through ${pteText(used)}`,
  };
}

/** Whose translations are dropped: the mm's, the kernel's, or both. */
export type Translations = 'user' | 'kernel' | 'both';

/** Drops translations of the task's mm, of the kernel, or of both. */
export const dropTranslations = ({ machine, task, cpu }: Site, how: string, scope: Translations): Dropped =>
  dropTranslationsOf(machine, cpu, { mm: machine.tasks[task]?.mm ?? '', how, scope });

interface Dropped {
  readonly machine: Machine;
  readonly effects: readonly Effect[];
}

export function dropTranslationsOf(
  machine: Machine,
  cpu: number,
  { mm, how, scope }: { readonly mm: string; readonly how: string; readonly scope: Translations },
): Dropped {
  const dropped = pagesIn(machine).filter(
    ([id, page]) =>
      page.hardware !== null && (isKernelPage(id) ? scope !== 'user' : scope !== 'kernel' && id.startsWith(`${mm}:`)),
  );
  let { pages } = machine;
  for (const [id, page] of dropped) pages = withPageIn(pages, id, { ...page, hardware: null });
  return { machine: { ...machine, pages }, effects: [{ kind: 'tlb', how, entries: dropped.length, cpu }] };
}
