import { withPage } from '../../machine.ts';
import type { Effect, Machine, PageId, Pte } from '../../model.ts';
import type { Reaction } from '../backend.ts';
import { dropTranslationsOf, type Translations } from './pages.ts';

/**
 * An entry of the multicall buffer of Xen PV. Consecutive updates share an entry; any other operation starts a new one.
 * The buffer keeps the order of updates and does not merge those of the same page.
 */
export type XenCall =
  | { readonly op: 'mmu_update'; readonly updates: readonly Update[] }
  | { readonly op: 'mmuext_op'; readonly mm: string; readonly scope: Translations; readonly owner: string };

// An alias, not an interface: a machine contains it, and only an alias is assignable to JSON.
type Update = {
  readonly page: PageId;
  readonly entry: { readonly value: number; readonly writable: boolean } | null;
  readonly owner: string;
};

/** The number of updates that fit: one of 16 bytes is added while `argidx + 16 < 512`. */
export const MAX_UPDATES = 31;

const recordsOf = (call: XenCall) => (call.op === 'mmu_update' ? call.updates.length : 1);

export const countRecords = (calls: readonly XenCall[]): number =>
  calls.reduce((sum, call) => sum + recordsOf(call), 0);

const ownersIn = (calls: readonly XenCall[]): string[] =>
  calls.flatMap((call) => (call.op === 'mmu_update' ? call.updates.map(({ owner }) => owner) : [call.owner]));

/** Counts the records that a context added to the buffer. */
export const countRecordsOf = (calls: readonly XenCall[], owner: string): number =>
  ownersIn(calls).filter((other) => other === owner).length;

/** Returns the queued entries of a page, oldest first. */
export const queuedFor = (calls: readonly XenCall[], page: PageId): (Pte | null)[] =>
  calls.flatMap((call) =>
    call.op === 'mmu_update' ? call.updates.filter((one) => one.page === page).map(({ entry }) => entry) : [],
  );

/** Appends an operation to the buffer. */
export function appendCall(calls: readonly XenCall[], call: XenCall): readonly XenCall[] {
  const last = calls.at(-1);
  if (last?.op !== 'mmu_update' || call.op !== 'mmu_update') return [...calls, call];
  return [...calls.slice(0, -1), { op: 'mmu_update', updates: [...last.updates, ...call.updates] }];
}

/** Issues the calls in order: a single one as a hypercall, several as one multicall. */
export function issueCalls(
  machine: Machine,
  cpu: number,
  calls: readonly XenCall[],
  because?: Effect['because'],
): Reaction {
  if (calls.length === 0) return { machine, effects: [] };
  const how = calls.length === 1 ? 'hypercall' : 'multicall';
  const effects: Effect[] = [{ kind: 'flush', how, entries: countRecords(calls), cpu, ...(because && { because }) }];
  let after = machine;
  for (const call of calls) {
    if (call.op === 'mmu_update') {
      for (const { page, entry } of call.updates) after = withPage(after, page, { memory: entry });
    } else {
      const dropped = dropTranslationsOf(after, cpu, { mm: call.mm, how: call.op, scope: call.scope });
      after = dropped.machine;
      effects.push(...dropped.effects);
    }
  }
  return { machine: after, effects, flushed: [...new Set(ownersIn(calls))] };
}

/** Formats the buffer, as in `mmu_update 3, mmuext_op 1`. */
export const describeCalls = (calls: readonly XenCall[]): string =>
  calls.length === 0 ? 'empty' : calls.map((call) => `${call.op} ${recordsOf(call)}`).join(', ');

/** Whether the buffer must be flushed before the next operation. */
export const isFull = (calls: readonly XenCall[], capacity: number | null): boolean =>
  countRecords(calls) >= (capacity ?? MAX_UPDATES);
