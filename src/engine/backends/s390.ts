import { cpuOf, isKernelPage, openCallsOf, pageId, pageOf, taskOf, withCpu, withPage } from '../machine.ts';
import type { Effect, Machine, Page, PageEvent, PageId, Pte } from '../model.ts';
import type { Backend, PageReaction, Reaction, Simulation, Site } from './backend.ts';
import { fillText } from './shared/capacity.ts';
import { dropTranslations, entryAfter, pteText, storeNow } from './shared/pages.ts';
import { movePreempt, PREEMPTIBLE, preemptionOf, preemptRegister } from './shared/preempt.ts';
import { findOvertaken, readMemory, touchMemory } from './shared/queued-store.ts';

/** PTRS_PER_PTE: entries of a page table, the limit of a range and of one IPTE. */
const TABLE = 256;

// Aliases, not interfaces: a machine contains them, and only an alias is assignable to JSON.
/** The cached entry of a page: the last write wins. */
type Slot = {
  readonly page: PageId;
  readonly index: number;
  readonly entry: { readonly value: number; readonly writable: boolean } | null;
  readonly owner: string;
};

type CpuState = {
  /** lazy_mmu_count of the lowcore. */
  readonly count: number;
  readonly range: { readonly mm: string; readonly from: number; readonly to: number } | null;
  /** Sorted by index. */
  readonly slots: readonly Slot[];
  /** Whether a pause dropped the range of the open section. The kernel has no such flag; the page reports it. */
  readonly lost: boolean;
};

const IDLE = { count: 0, range: null, slots: [], lost: false } satisfies CpuState;

const stateOf = (machine: Machine, cpu: number) => cpuOf(machine, cpu).arch as unknown as CpuState;
const withState = (machine: Machine, cpu: number, change: Partial<CpuState>) =>
  withCpu(machine, cpu, { arch: { ...stateOf(machine, cpu), ...change } });

const slotFor = (machine: Machine, cpu: number, id: PageId): Slot | undefined =>
  stateOf(machine, cpu).slots.find(({ page }) => page === id);

/** Returns the cached entry of a page, on any CPU. */
const cachedOn = (machine: Machine, id: PageId): Slot | undefined =>
  machine.cpus.map((_, cpu) => slotFor(machine, cpu, id)).find((slot) => slot !== undefined);

/** Writes the cached entries to memory. One IPTE precedes each run of adjacent entries that replace valid ones. */
function applySlots(machine: Machine, cpu: number): Reaction {
  const { slots } = stateOf(machine, cpu);
  const effects: Effect[] = [];
  let after = withState(machine, cpu, { slots: [] });
  let last: Slot | undefined;
  for (const slot of slots) {
    const valid = isValid(machine, slot);
    const joins = last && slot.index === last.index + 1 && isValid(machine, last) === valid;
    const run = joins ? effects.pop() : undefined;
    effects.push({ kind: 'flush', how: valid ? 'ipte' : 'store', entries: (run?.entries ?? 0) + 1, cpu });
    after = withPage(after, slot.page, valid ? { memory: slot.entry, hardware: null } : { memory: slot.entry });
    last = slot;
  }
  if (slots.length === 0) return { machine, effects };
  return { machine: after, effects, flushed: [...new Set(slots.map(({ owner }) => owner))] };
}

const isValid = (machine: Machine, { page }: Slot) => pageOf(machine, page).memory !== null;

function enter(site: Site, range: CpuState['range']): Reaction {
  const { count, range: old, lost: forgot } = stateOf(site.machine, site.cpu);
  const lost = forgot && range === null && openCallsOf(site.machine).pauses.length > 0;
  const machine = withState(site.machine, site.cpu, { count: count + 1, range: range ?? old, lost });
  return { machine: movePreempt(machine, site.task, 1), effects: [] };
}

/** Enters with the announced range, clipped to its page table. */
function enterWithPtes(site: Site): Reaction {
  const { mm } = taskOf(site.machine, site.task);
  const { from, to } = site.range ?? { from: 0, to: -1 };
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return enter(site, site.range && { mm, from: low, to: Math.min(high, low - (low % TABLE) + TABLE - 1) });
}

function leave({ machine, cpu, task }: Site): Reaction {
  const applied = applySlots(machine, cpu);
  const { count, range } = stateOf(machine, cpu);
  const left = withState(applied.machine, cpu, { count: count - 1, range: null, lost: range !== null });
  return { ...applied, machine: movePreempt(left, task, -1) };
}

/** Whether a write is cached. The kernel tests the count and the range, but not for interrupt context. */
function isCached({ machine, cpu, task }: Site, { space }: PageEvent['page'], index: number): boolean {
  const { count, range } = stateOf(machine, cpu);
  if (space === 'kernel' || count === 0 || range === null) return false;
  return range.mm === taskOf(machine, task).mm && index >= range.from && index <= range.to;
}

function page(event: PageEvent, index: number, site: Site): PageReaction {
  const { machine, cpu } = site;
  const { op } = event;
  const id = pageId(machine, site.task, event.page.space, index);
  const waits = cachedOn(machine, id);
  const own = slotFor(machine, cpu, id);
  if (op === 'touch' || op === 'touch-write') {
    return touchMemory(site, id, op === 'touch-write', waits?.entry, HANDLER);
  }
  const cached = isCached(site, event.page, index);
  if (op === 'read' && cached && own) return { machine, effects: [], result: pteText(own.entry) };
  if (op === 'read' || op === 'read-raw') return readMemory(site, id, waits?.entry);
  const before = pageOf(machine, id);
  const current: Page = cached && own ? { ...before, memory: own.entry } : before;
  const entry = entryAfter(op, current);
  if (entry === undefined) return readMemory(site, id, waits?.entry);
  const result = op === 'get-and-clear' ? `got ${pteText(current.memory)}` : cached ? 'cached' : 'stored';
  const hazards = waits && waits !== own ? findOvertaken(id, entry, waits.entry) : [];
  return cached
    ? { ...cache(site, { page: id, index, entry, owner: site.context }, op === 'set'), result, hazards }
    : { ...store(site, id, op, entry), result, hazards };
}

/** The model ends at the fault, because the code of its handler has not been read. */
const HANDLER = { clause: 'the access faults', result: 'faults' };

export const RANGE_LOST =
  'After a pause and resume, the rest of the section is not batched because the range is lost: inferred from code.';
export const IN_CACHE = 'An interrupt that changes an entry in the range updates the cache: inferred from code.';

function cache({ machine, cpu, inInterrupt }: Site, slot: Slot, isSet: boolean) {
  const others = stateOf(machine, cpu).slots.filter(({ page }) => page !== slot.page);
  const slots = [...others, slot].sort((a, b) => a.index - b.index);
  const { sets } = pageOf(machine, slot.page);
  const stored = withState(machine, cpu, { slots });
  return {
    machine: withPage(stored, slot.page, { sets: isSet ? sets + 1 : sets }),
    effects: [{ kind: 'queue', how: 'cache', entries: 1, cpu }] as const,
    batch: { deferrable: true, deferred: true },
    ...(inInterrupt && { inferred: IN_CACHE }),
  };
}

/** Stores immediately. A set is a plain store; the other operations invalidate a valid entry with their own IPTE. */
function store({ machine, cpu }: Site, id: PageId, op: PageEvent['op'], entry: Pte | null) {
  const ipte = op !== 'set' && pageOf(machine, id).memory !== null;
  const stored = storeNow(machine, id, op, entry);
  const { count, range, lost } = stateOf(machine, cpu);
  const effects: Effect[] = [{ kind: 'store', how: 'memory', entries: 1, cpu }];
  if (ipte) effects.push({ kind: 'tlb', how: 'ipte', entries: 1, cpu });
  return {
    machine: ipte ? withPage(stored, id, { hardware: null }) : stored,
    effects,
    // A section batches nothing if its range was never announced or was dropped by a pause.
    batch: { deferrable: count > 0 && range === null && !isKernelPage(id), deferred: false },
    ...(count > 0 && lost && { inferred: RANGE_LOST }),
  };
}

const simulation: Simulation = {
  task: PREEMPTIBLE,
  cpu: IDLE,
  callback(name, site) {
    if (name === 'enter') return enter(site, null);
    // With a range, flush is leave and enter with the same range. Without one there is nothing to flush.
    return name === 'leave' ? leave(site) : applySlots(site.machine, site.cpu);
  },
  ownCallbacks: { enter_with_ptes: enterWithPtes },
  page,
  tlb: (op, site) =>
    dropTranslations(site, op === 'flush-tlb' ? 'flush' : 'mmu_gather', op === 'flush-tlb' ? 'both' : 'user'),
  // Preemption is disabled inside a section, so a context switch has no work.
  contextSwitch: () => [],
  preemption: preemptionOf,
  pending(machine, id) {
    const { cpu } = taskOf(machine, id);
    if (cpu === null) return 0;
    const { slots } = stateOf(machine, cpu);
    return cpuOf(machine, cpu).current === id ? slots.length : slots.filter(({ owner }) => owner === id).length;
  },
  pendingOn: (machine, cpu) => stateOf(machine, cpu).slots.length,
  describePending(machine, id) {
    const cpu = machine.cpus.findIndex((_, i) => slotFor(machine, i, id) !== undefined);
    return cpu < 0 ? null : `${pteText(slotFor(machine, cpu, id)?.entry ?? null)} in the cache of CPU ${cpu}`;
  },
  registers(machine, task) {
    const { cpu } = taskOf(machine, task);
    const { count, range, slots } = cpu === null ? IDLE : stateOf(machine, cpu);
    return [
      { name: 'lazy_mmu_count', value: String(count) },
      { name: 'range', value: range === null ? 'none' : `${range.from}..${range.to} of ${range.mm}` },
      { name: 'cache', value: fillText(slots.length, TABLE, null) },
      preemptRegister(machine, task),
    ];
  },
};

export default {
  id: 's390',
  order: 70,
  title: 's390, pending',
  defers:
    'The store, inside the announced range: only this CPU reads the new entry before the flush. The series is pending.',
  where: 'per CPU: a map of 256 slots, preemption disabled',
  holder: 'cpu',
  // A range never exceeds a page table. The map cannot fill up, so the batch size has no effect.
  capacity: null,
  configured: true,
  source:
    'Alexander Gordeev, "Batch PTE updates in lazy MMU mode", v6 1/4 and 2/4, July 2026: a pending series, not known to be in mainline',
  eras: { s390: simulation },
} satisfies Backend;
