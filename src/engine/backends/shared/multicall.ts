import { withPage } from '../../machine.ts';
import type { Effect, Machine, PageId, Pte } from '../../model.ts';
import type { Reaction } from '../backend.ts';
import { dropOf, type Translations } from './pages.ts';

/**
 * The multicall buffer of Xen PV. An update joins the entry before it if that is one of updates, too; any other operation
 * between them splits the run. Nothing is merged by page, and the order is kept.
 */
export type Call =
  | { readonly op: 'mmu_update'; readonly updates: readonly Update[] }
  | { readonly op: 'mmuext_op'; readonly mm: string; readonly scope: Translations; readonly owner: string };

// An alias, not an interface: it is kept in a machine, and only an alias passes for JSON.
type Update = {
  readonly page: PageId;
  readonly entry: { readonly value: number; readonly writable: boolean } | null;
  readonly owner: string;
};

/** Updates that fit: an argument of 16 bytes joins while `argidx + 16 < 512`. */
export const MOST_UPDATES = 31;

const recordsOf = (call: Call) => (call.op === 'mmu_update' ? call.updates.length : 1);

export const recordsIn = (calls: readonly Call[]): number => calls.reduce((sum, call) => sum + recordsOf(call), 0);

const ownersIn = (calls: readonly Call[]): string[] =>
  calls.flatMap((call) => (call.op === 'mmu_update' ? call.updates.map(({ owner }) => owner) : [call.owner]));

/** How many records of the buffer a context put there. */
export const recordsBy = (calls: readonly Call[], owner: string): number =>
  ownersIn(calls).filter((other) => other === owner).length;

/** The entries that wait for a page, first to last. */
export const waitingFor = (calls: readonly Call[], page: PageId): (Pte | null)[] =>
  calls.flatMap((call) =>
    call.op === 'mmu_update' ? call.updates.filter((one) => one.page === page).map(({ entry }) => entry) : [],
  );

/** The buffer with one more operation at its end. */
export function joined(calls: readonly Call[], call: Call): readonly Call[] {
  const last = calls.at(-1);
  if (last?.op !== 'mmu_update' || call.op !== 'mmu_update') return [...calls, call];
  return [...calls.slice(0, -1), { op: 'mmu_update', updates: [...last.updates, ...call.updates] }];
}

/** Issues the calls, in order: one goes as a hypercall of its own, several as one multicall. */
export function issue(machine: Machine, cpu: number, calls: readonly Call[], because?: Effect['because']): Reaction {
  if (calls.length === 0) return { machine, effects: [] };
  const how = calls.length === 1 ? 'hypercall' : 'multicall';
  const effects: Effect[] = [{ kind: 'flush', how, entries: recordsIn(calls), cpu, ...(because && { because }) }];
  let after = machine;
  for (const call of calls) {
    if (call.op === 'mmu_update') {
      for (const { page, entry } of call.updates) after = withPage(after, page, { memory: entry });
    } else {
      const dropped = dropOf(after, cpu, { mm: call.mm, how: call.op, scope: call.scope });
      after = dropped.machine;
      effects.push(...dropped.effects);
    }
  }
  return { machine: after, effects, flushed: [...new Set(ownersIn(calls))] };
}

/** `mmu_update 3, mmuext_op 1`. */
export const callsText = (calls: readonly Call[]): string =>
  calls.length === 0 ? 'empty' : calls.map((call) => `${call.op} ${recordsOf(call)}`).join(', ');

/** Whether one more operation needs the buffer to be flushed first. */
export const isFull = (calls: readonly Call[], capacity: number | null): boolean =>
  recordsIn(calls) >= (capacity ?? MOST_UPDATES);
