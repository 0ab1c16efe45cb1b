import type { CallbackName } from '../ir/statements.ts';
import { cpuOf, isKernelPage, pageId, pageOf, taskOf, withPage, withPageIn, withTask } from '../machine.ts';
import type { Machine, PageEvent, PageId, TaskId } from '../model.ts';
import type { Backend, PageReaction, Reaction, Simulation, Site } from './backend.ts';
import { dropTranslations, entryAfter, pteText, storeNow, touch } from './shared/pages.ts';

/**
 * arm64 stores immediately and defers one pair of barriers, dsb(ishst) and isb, for valid kernel entries. One flag per task says that
 * the pair is pending: no queue, no addresses. Before 7.0 a second flag was the mode itself. The model also records the pages of the
 * pending pair, to show what an access may meet; the kernel does not.
 */
interface TaskState {
  /** TIF_LAZY_MMU, which 7.0 replaced by the generic counters. */
  readonly lazy: boolean;
  /** TIF_LAZY_MMU_PENDING. */
  readonly pending: boolean;
  /** The contexts and pages of the stores that made it pending. */
  readonly owners: readonly string[];
  readonly pages: readonly PageId[];
}

const REST = { lazy: false, pending: false, owners: [], pages: [] } satisfies TaskState;
const BARRIERS = 'dsb+isb';

const stateOf = (machine: Machine, task: TaskId) => taskOf(machine, task).arch as unknown as TaskState;
const withState = (machine: Machine, task: TaskId, change: Partial<TaskState>) =>
  withTask(machine, task, { arch: { ...stateOf(machine, task), ...change } });

/** Emits the pair of barriers if it is pending. */
function flush({ machine, task, cpu }: Site): Reaction {
  const { pending, owners, pages: stored } = stateOf(machine, task);
  if (!pending) return { machine, effects: [] };
  let { pages } = machine;
  for (const id of stored) pages = withPageIn(pages, id, { ...pageOf(machine, id), arch: null });
  return {
    machine: withState({ ...machine, pages }, task, { pending: false, owners: [], pages: [] }),
    effects: [{ kind: 'flush', how: BARRIERS, of: 'barriers', entries: 1, cpu }],
    flushed: owners,
  };
}

/** Removes a page from the pending pair of the task that stored its old entry. */
function clearPending(machine: Machine, id: PageId): Machine {
  const owing = pageOf(machine, id).arch;
  if (typeof owing !== 'string') return machine;
  const pages = stateOf(machine, owing).pages.filter((other) => other !== id);
  return withState(withPage(machine, id, { arch: null }), owing, { pages });
}

function page(event: PageEvent, index: number, site: Site, active: boolean): PageReaction {
  const { machine, task, cpu } = site;
  const { op } = event;
  const id = pageId(machine, task, event.page.space, index);
  const before = pageOf(machine, id);
  if (op === 'touch' || op === 'touch-write') return touchEarly(site, id, op === 'touch-write', active);
  const entry = entryAfter(op, before);
  if (entry === undefined) return { machine, effects: [], result: pteText(before.memory) };
  const stored = clearPending(storeNow(machine, id, op, entry), id);
  const store = { kind: 'store', how: 'memory', entries: 1, cpu } as const;
  const result = op === 'get-and-clear' ? `got ${pteText(before.memory)}` : 'stored';
  // Only a set that creates a valid kernel entry needs the barriers (__set_pte_complete()).
  if (op !== 'set' || !isKernelPage(id)) return { machine: stored, effects: [store], result };
  if (!active) {
    return {
      machine: stored,
      effects: [store, { kind: 'barrier', how: BARRIERS, entries: 1, cpu }],
      result,
      batch: { deferrable: true, deferred: false },
    };
  }
  const { owners, pages } = stateOf(stored, task);
  return {
    machine: withState(withPage(stored, id, { arch: task }), task, {
      pending: true,
      owners: owners.includes(site.context) ? owners : [...owners, site.context],
      pages: [...pages, id],
    }),
    effects: [store, { kind: 'queue', how: BARRIERS, of: 'barriers', entries: 1, cpu }],
    result,
    batch: { deferrable: true, deferred: true },
  };
}

export const UNMAPPED =
  'Lazy mode adds no hazard to unmapping: the stale translation lasts until the TLB flush, inside a section as well as outside.';

/** Accesses a page. A walk may miss an entry whose barriers are pending; the fault handler retries and warns, so this is not fatal. */
function touchEarly(site: Site, id: PageId, write: boolean, active: boolean): PageReaction {
  const { hardware, memory, arch } = pageOf(site.machine, id);
  const reaction = touch(site, id, write);
  const stale = hardware !== null && pteText(hardware) !== pteText(memory);
  if (stale && active) return { ...reaction, inferred: UNMAPPED };
  if (hardware !== null || memory === null || arch === null) return reaction;
  return {
    ...reaction,
    result: 'may fault',
    hazards: [
      {
        rule: 'early-touch',
        clause: 'The page is accessed while its barriers are pending',
        values: { page: id, pending: 1 },
      },
    ],
  };
}

const pendingFor = (machine: Machine, task: TaskId): number => (stateOf(machine, task).pending ? 1 : 0);

const shared = {
  task: REST,
  cpu: null,
  tlb: (op, site) =>
    dropTranslations(site, op === 'flush-tlb' ? 'tlbi' : 'mmu_gather', op === 'flush-tlb' ? 'both' : 'user'),
  // Enough for a table walk elsewhere; the pending isb stays with the task (comment in emit_pte_barriers()).
  contextSwitch: ({ cpu }) => [
    {
      act: 'own',
      says: '__switch_to(): dsb(ish)',
      run: (machine) => ({ machine, effects: [{ kind: 'barrier', how: 'dsb(ish)', entries: 0, cpu }] }),
    },
  ],
  // Never disabled: arm64 code may even sleep in a section.
  preemption: () => null,
  pending: pendingFor,
  pendingOn(machine, cpu) {
    const { current } = cpuOf(machine, cpu);
    return current === null ? 0 : pendingFor(machine, current);
  },
  describePending: (machine, id) => (pageOf(machine, id).arch === null ? null : 'barriers pending'),
} satisfies Partial<Simulation>;

const before: Simulation = {
  ...shared,
  callback(name: CallbackName, site) {
    const { machine, task } = site;
    if (site.inInterrupt) return { machine, effects: [], ignored: true };
    if (name === 'enter') return { machine: withState(machine, task, { lazy: true }), effects: [] };
    const reaction = flush(site);
    return name === 'flush' ? reaction : { ...reaction, machine: withState(reaction.machine, task, { lazy: false }) };
  },
  page: (event, index, site) => page(event, index, site, !site.inInterrupt && stateOf(site.machine, site.task).lazy),
  registers(machine, task) {
    const { lazy, pending } = stateOf(machine, task);
    return [
      { name: 'TIF_LAZY_MMU', value: lazy ? '1' : '0' },
      { name: 'TIF_LAZY_MMU_PENDING', value: pending ? '1' : '0' },
    ];
  },
};

const after: Simulation = {
  ...shared,
  callback: (name, site) => (name === 'enter' ? { machine: site.machine, effects: [] } : flush(site)),
  page: (event, index, site) => page(event, index, site, site.active),
  registers: (machine, task) => [{ name: 'TIF_LAZY_MMU_PENDING', value: stateOf(machine, task).pending ? '1' : '0' }],
};

export default {
  id: 'arm64',
  order: 20,
  title: 'arm64',
  defers: 'The barriers after storing a valid kernel entry; the store itself is immediate.',
  where: 'per task: one "barrier pending" flag',
  holder: 'task',
  capacity: null,
  configured: true,
  source: 'commits 5fdd05efa1cd, b81c688426a9, 1ef3095b1405 (6.16 to 6.19) and 4dd9b4d7a8d5 (7.0)',
  eras: { '6.19': before, '7.0': after },
} satisfies Backend;
