import { withPage } from '../../machine.ts';
import type { Effect, Machine, PageId, Pte } from '../../model.ts';
import type { Reaction } from '../backend.ts';
import { dropTranslationsOf, type Translations } from './pages.ts';

/**
 * The multicall buffer of Xen PV. An update joins the entry before it if that is one of updates, too; any other operation
 * between them splits the run. Nothing is merged by page, and the order is kept.
 */
export type XenCall =
  | { readonly op: 'mmu_update'; readonly updates: readonly Update[] }
  | { readonly op: 'mmuext_op'; readonly mm: string; readonly scope: Translations; readonly owner: string };

// An alias, not an interface: it is kept in a machine, and only an alias passes for JSON.
type Update = {
  readonly page: PageId;
  readonly entry: { readonly value: number; readonly writable: boolean } | null;
  readonly owner: string;
};

/** Updates that fit: an argument of 16 bytes joins while `argidx + 16 < 512`. */
export const MAX_UPDATES = 31;

const recordsOf = (call: XenCall) => (call.op === 'mmu_update' ? call.updates.length : 1);

export const countRecords = (calls: readonly XenCall[]): number =>
  calls.reduce((sum, call) => sum + recordsOf(call), 0);

const ownersIn = (calls: readonly XenCall[]): string[] =>
  calls.flatMap((call) => (call.op === 'mmu_update' ? call.updates.map(({ owner }) => owner) : [call.owner]));

/** How many records of the buffer a context put there. */
export const countRecordsOf = (calls: readonly XenCall[], owner: string): number =>
  ownersIn(calls).filter((other) => other === owner).length;

/** The entries that wait for a page, first to last. */
export const queuedFor = (calls: readonly XenCall[], page: PageId): (Pte | null)[] =>
  calls.flatMap((call) =>
    call.op === 'mmu_update' ? call.updates.filter((one) => one.page === page).map(({ entry }) => entry) : [],
  );

/** The buffer with one more operation at its end. */
export function appendCall(calls: readonly XenCall[], call: XenCall): readonly XenCall[] {
  const last = calls.at(-1);
  if (last?.op !== 'mmu_update' || call.op !== 'mmu_update') return [...calls, call];
  return [...calls.slice(0, -1), { op: 'mmu_update', updates: [...last.updates, ...call.updates] }];
}

/** Issues the calls, in order: one goes as a hypercall of its own, several as one multicall. */
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

/** `mmu_update 3, mmuext_op 1`. */
export const describeCalls = (calls: readonly XenCall[]): string =>
  calls.length === 0 ? 'empty' : calls.map((call) => `${call.op} ${recordsOf(call)}`).join(', ');

/** Whether one more operation needs the buffer to be flushed first. */
export const isFull = (calls: readonly XenCall[], capacity: number | null): boolean =>
  countRecords(calls) >= (capacity ?? MAX_UPDATES);
