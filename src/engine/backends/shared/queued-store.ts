import { isKernelPage, pageOf } from '../../machine.ts';
import type { PageId, Pte } from '../../model.ts';
import type { Hazard, PageReaction, Site } from '../backend.ts';
import { pteText, touch } from './pages.ts';

/**
 * Page operations of an architecture that defers the store itself: memory keeps the old entry until the flush. The type is the
 * pending entry of a page, undefined if there is none.
 */
export type QueuedEntry = Pte | null | undefined;

/** Loads an entry from memory; the read is stale if a different entry is pending. */
export function readMemory({ machine }: Site, id: PageId, waiting: QueuedEntry): PageReaction {
  const { memory } = pageOf(machine, id);
  const reaction = { machine, effects: [], result: pteText(memory) };
  if (waiting === undefined || pteText(waiting) === pteText(memory)) return reaction;
  const values = { page: id, read: pteText(memory), waiting: pteText(waiting) };
  const clause = 'Memory is read while an update of the entry is pending';
  return { ...reaction, hazards: [{ rule: 'stale-read', clause, values }] };
}

/**
 * Accesses a page through the entry in memory or a cached translation, never through a pending entry. `handler` describes what
 * happens on a user access to a new mapping.
 */
export function touchMemory(
  site: Site,
  id: PageId,
  write: boolean,
  waiting: QueuedEntry,
  handler: { readonly clause: string; readonly result: string },
): PageReaction {
  const reaction = touch(site, id, write);
  if (waiting === undefined) return reaction;
  const { hardware, memory } = pageOf(site.machine, id);
  const used = hardware ?? memory;
  const allowed = waiting !== null && (!write || waiting.writable);
  const values = { page: id, through: pteText(used), waiting: pteText(waiting) };
  if (reaction.effects.some(({ kind }) => kind === 'fault')) {
    if (!allowed) return reaction;
    const kernel = isKernelPage(id);
    const clause = kernel
      ? 'The new entry is still pending: the kernel access faults, which is fatal unless handled'
      : `The new entry is still pending: ${handler.clause}`;
    const result = kernel ? 'fatal fault' : handler.result;
    return { ...reaction, result, hazards: [{ rule: 'early-touch', clause, values }] };
  }
  if (allowed && waiting.value === used?.value) return reaction;
  const clause = 'The old entry is used while its update is pending';
  const result = `old ${pteText(used)}`;
  return { ...reaction, result, hazards: [{ rule: 'stale-translation', clause, values }] };
}

/** Returns the hazard of a store that bypasses a pending update of the same entry, which will overwrite it. */
export function findOvertaken(id: PageId, entry: Pte | null, waiting: QueuedEntry): readonly Hazard[] {
  if (waiting === undefined) return [];
  const clause = 'A store overtakes a pending update of the same entry';
  return [{ rule: 'overtaken-update', clause, values: { page: id, now: pteText(entry), later: pteText(waiting) } }];
}
