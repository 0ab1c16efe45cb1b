import { isKernelPage, pageOf } from '../../machine.ts';
import type { PageId, Pte } from '../../model.ts';
import type { Hazard, PageReaction, Site } from '../backend.ts';
import { pteText, touch } from './pages.ts';

/**
 * Where an architecture holds back the store itself: memory has the old entry until the flush, for whoever looks. `waiting`
 * is the entry that waits for a page, undefined where none does.
 */
export type QueuedEntry = Pte | null | undefined;

/** A load from memory; stale where something else waits. */
export function readMemory({ machine }: Site, id: PageId, waiting: QueuedEntry): PageReaction {
  const { memory } = pageOf(machine, id);
  const reaction = { machine, effects: [], result: pteText(memory) };
  if (waiting === undefined || pteText(waiting) === pteText(memory)) return reaction;
  const values = { page: id, read: pteText(memory), waiting: pteText(waiting) };
  const clause = 'Memory is read while an update of the entry is pending';
  return { ...reaction, hazards: [{ rule: 'stale-read', clause, values }] };
}

/**
 * An access: through what memory has, or the hardware from before, never through what waits. `handler` is what is known of the
 * one that takes a user access to a new mapping, and the result in short.
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

/** A store that does not queue behind an update of the same entry, which will be written over it. */
export function findOvertaken(id: PageId, entry: Pte | null, waiting: QueuedEntry): readonly Hazard[] {
  if (waiting === undefined) return [];
  const clause = 'A store overtakes a pending update of the same entry';
  return [{ rule: 'overtaken-update', clause, values: { page: id, now: pteText(entry), later: pteText(waiting) } }];
}
