import { cpuOf, pageOf, taskOf, withCpu, withPage } from '../../machine.ts';
import type { Effect, Machine, PageId, PageOp, Pte, TaskId } from '../../model.ts';
import type { PageReaction, Reaction, Register, Simulation, Site } from '../backend.ts';
import { fillText } from './capacity.ts';
import { pteText, storeNow, touch } from './pages.ts';
import { movePreempt, PREEMPTIBLE, preemptionOf, preemptRegister } from './preempt.ts';

/**
 * The TLB batch of powerpc (hash MMU) and sparc64. Stores are immediate; the invalidation of old translations is pending per CPU. It
 * is a queue, not a set: the same page twice is two entries. Preemption is disabled inside a section.
 */
interface Batch {
  /** The mode, per CPU; since 7.0 the generic counters say it, and this stays false. */
  readonly active: boolean;
  /** The mm and the page size that all entries share. */
  readonly key: string | null;
  readonly entries: readonly { readonly page: PageId; readonly owner: string }[];
}

const REST = { active: false, key: null, entries: [] } satisfies Batch;

const batchOf = (machine: Machine, cpu: number) => cpuOf(machine, cpu).arch as unknown as Batch;
const withBatch = (machine: Machine, cpu: number, change: Partial<Batch>) =>
  withCpu(machine, cpu, { arch: { ...batchOf(machine, cpu), ...change } });

/** Invalidates what a CPU's batch holds: one entry by page, more as a range. */
export function flushBatch({ machine, cpu }: Pick<Site, 'machine' | 'cpu'>, because?: Effect['because']): Reaction {
  const { entries } = batchOf(machine, cpu);
  if (entries.length === 0) return { machine, effects: [] };
  const how = entries.length === 1 ? 'page' : 'range';
  return {
    machine: withBatch(entries.reduce(invalidate, machine), cpu, { key: null, entries: [] }),
    effects: [{ kind: 'flush', how, of: 'invalidation', entries: entries.length, cpu, ...(because && { because }) }],
    flushed: [...new Set(entries.map(({ owner }) => owner))],
  };
}

const invalidate = (machine: Machine, { page }: { readonly page: PageId }) =>
  pageOf(machine, page).hardware === null ? machine : withPage(machine, page, { hardware: null });

/** A change of an entry. */
export interface EntryChange {
  readonly id: PageId;
  readonly op: PageOp;
  readonly entry: Pte | null;
  /** The number of old translations; 0 if there can be none. */
  readonly old: number;
  readonly key: string;
  /** Whether the invalidation may be deferred; `never`: this kind of entry is flushed by a separate path. */
  readonly lazy: boolean | 'never';
  readonly real: number;
  /** Whether a batch of another mm is flushed even if nothing is queued. */
  readonly mmFirst?: boolean;
}

/** Stores an entry and invalidates its old translations now or in the batch. */
export function changeEntry(site: Site, { id, op, entry, old, key, lazy, real, mmFirst }: EntryChange): PageReaction {
  const { cpu } = site;
  const result = op === 'get-and-clear' ? `got ${pteText(pageOf(site.machine, id).memory)}` : 'stored';
  let machine = storeNow(site.machine, id, op, entry);
  const effects: Effect[] = [{ kind: 'store', how: 'memory', entries: 1, cpu }];
  const flushed = new Set<string>();
  const flush = (because: Effect['because']) => {
    const reaction = flushBatch({ machine, cpu }, because);
    machine = reaction.machine;
    effects.push(...reaction.effects);
    for (const owner of reaction.flushed ?? []) flushed.add(owner);
  };
  if (old === 0) return { machine, effects, result };
  const differs = (other: string | null) => other !== null && mmOf(other) !== mmOf(key);
  if (mmFirst && differs(batchOf(machine, cpu).key)) flush('key');
  if (lazy === true) {
    for (let i = 0; i < old; i++) {
      const { key: last } = batchOf(machine, cpu);
      if (last !== null && last !== key) flush('key');
      const entries = [...batchOf(machine, cpu).entries, { page: id, owner: site.context }];
      machine = withBatch(machine, cpu, { key, entries });
      effects.push({ kind: 'queue', how: 'invalidation', of: 'invalidation', entries: 1, cpu });
      if (entries.length >= (site.capacity ?? real)) flush('full');
    }
  } else {
    machine = invalidate(machine, { page: id });
    effects.push({ kind: 'tlb', how: 'page', entries: old, cpu });
  }
  const batch = { deferrable: lazy !== 'never', deferred: lazy === true };
  return {
    machine,
    effects,
    result,
    batch,
    ...(flushed.size > 0 && { flushed: [...flushed] }),
    ...(lazy === true && site.inInterrupt && { inferred: JOINS }),
  };
}

/** Since 7.0 the mode is not active in interrupt. */
export const JOINS =
  'Before 7.0, entries that an interrupt changes on top of a section join the batch of the interrupted task: inferred from code.';

const mmOf = (key: string) => key.split(' ')[0];

/** Accesses a page; using an old translation whose invalidation is pending is a hazard. */
export function touchBatched(site: Site, id: PageId, write: boolean): PageReaction {
  const { hardware, memory } = pageOf(site.machine, id);
  const reaction = touch(site, id, write);
  const isUnchanged = memory !== null && hardware?.value === memory.value && (!write || memory.writable);
  if (hardware === null || isUnchanged || cpuHolding(site.machine, id) === null) return reaction;
  if (write && !hardware.writable) return reaction;
  const values = { page: id, through: pteText(hardware), memory: pteText(memory) };
  const clause = 'The old translation is used while its invalidation is pending in a batch';
  return { ...reaction, hazards: [{ rule: 'stale-translation', clause, values }] };
}

/** Returns the CPU whose batch has an entry for a page, or null. */
function cpuHolding(machine: Machine, id: PageId): number | null {
  const cpu = machine.cpus.findIndex(({ arch }) => (arch as unknown as Batch).entries.some(({ page }) => page === id));
  return cpu < 0 ? null : cpu;
}

/** Creates the part of the simulation that both architectures share, before the series and since. */
export function simulateBatch(
  era: 'before' | 'after',
  names: { readonly count: string; readonly key: string; readonly real: number },
) {
  const before = era === 'before';
  return {
    task: PREEMPTIBLE,
    cpu: REST,
    callback(name, site) {
      const { task, cpu } = site;
      // The macro was empty before the series.
      if (name === 'flush') return before ? { machine: site.machine, effects: [], ignored: true } : flushBatch(site);
      if (name === 'enter') {
        const machine = movePreempt(site.machine, task, 1);
        return { machine: before ? withBatch(machine, cpu, { active: true }) : machine, effects: [] };
      }
      const reaction = flushBatch(site);
      const machine = before ? withBatch(reaction.machine, cpu, { active: false }) : reaction.machine;
      return { ...reaction, machine: movePreempt(machine, task, -1) };
    },
    // Preemption is disabled inside a section, so a switch has nothing to do.
    contextSwitch: () => [],
    preemption: preemptionOf,
    pending: pendingFor,
    pendingOn: (machine, cpu) => batchOf(machine, cpu).entries.length,
    describePending(machine, id) {
      const cpu = cpuHolding(machine, id);
      return cpu === null ? null : `invalidation pending on CPU ${cpu}`;
    },
    registers(machine, task, capacity): Register[] {
      const { cpu } = taskOf(machine, task);
      const { active, key, entries } = cpu === null ? REST : batchOf(machine, cpu);
      return [
        ...(before ? [{ name: 'active', value: active ? '1' : '0' }] : []),
        { name: names.count, value: fillText(entries.length, names.real, capacity) },
        { name: names.key, value: key ?? 'none' },
        preemptRegister(machine, task),
      ];
    },
    lazy: (site: Site) => (before ? batchOf(site.machine, site.cpu).active : site.active),
  } satisfies Partial<Simulation> & { lazy(site: Site): boolean };
}

/** Counts the whole batch of the CPU for its running task, and only its own entries for a suspended task. */
function pendingFor(machine: Machine, id: TaskId): number {
  const { cpu } = taskOf(machine, id);
  if (cpu === null) return 0;
  const { entries } = batchOf(machine, cpu);
  return cpuOf(machine, cpu).current === id ? entries.length : entries.filter(({ owner }) => owner === id).length;
}
