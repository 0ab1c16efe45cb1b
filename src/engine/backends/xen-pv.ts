import { cpuOf, pageId, pageOf, taskOf, withCpu, withPage, withTask } from '../machine.ts';
import type { Effect, Machine, PageEvent, PageId, TaskId } from '../model.ts';
import type { Backend, HookAct, PageReaction, Reaction, Simulation, Site, Switching } from './backend.ts';
import { fillText } from './shared/capacity.ts';
import * as mc from './shared/multicall.ts';
import { entryAfter, pteText, storeNow } from './shared/pages.ts';
import { findOvertaken, type QueuedEntry, readMemory, touchMemory } from './shared/queued-store.ts';

/** The differences between kernel releases. */
interface Variant {
  /** How xen_lazy_mode is checked: a mismatch is a BUG, is tolerated (7.1), or the generic counters replace the mode (7.2). */
  readonly mode: 'strict' | 'tolerant' | 'none';
  /** How a task's mode survives a context switch: by a thread flag, by its counters, or by a pause in the hook. */
  readonly memory: 'flag' | 'counters' | 'pause';
}

interface CpuState {
  /** `CPU` only during a context switch. */
  readonly mode: 'NONE' | 'MMU' | 'CPU';
  readonly calls: readonly mc.XenCall[];
}

const IDLE = { mode: 'NONE', calls: [] } satisfies CpuState;

const stateOf = (machine: Machine, cpu: number) => cpuOf(machine, cpu).arch as unknown as CpuState;
const withState = (machine: Machine, cpu: number, change: Partial<CpuState>) =>
  withCpu(machine, cpu, { arch: { ...stateOf(machine, cpu), ...change } });

/** TIF_LAZY_MMU_UPDATES. */
const hasFlag = (machine: Machine, task: TaskId) => (taskOf(machine, task).arch as unknown as { flag: boolean }).flag;

/** xen_mc_flush(). */
function flush(machine: Machine, cpu: number, because?: Effect['because']): Reaction {
  return mc.issueCalls(withState(machine, cpu, { calls: [] }), cpu, stateOf(machine, cpu).calls, because);
}

/** xen_get_lazy_mode() == XEN_LAZY_MMU, which is false in interrupt. Since 7.2 it is the generic query. */
const isLazy = ({ mode }: Variant, site: Site) =>
  mode === 'none' ? site.active : !site.inInterrupt && stateOf(site.machine, site.cpu).mode === 'MMU';

function bug(reaction: Reaction, mode: CpuState['mode'], wanted: CpuState['mode']): Reaction {
  const values = { xen_lazy_mode: `XEN_LAZY_${mode}` };
  return { ...reaction, bug: { clause: `xen_lazy_mode != XEN_LAZY_${wanted}`, values } };
}

function enter(ways: Variant, { machine, cpu }: Site): Reaction {
  const { mode } = stateOf(machine, cpu);
  const unchanged = { machine, effects: [] };
  if (ways.mode === 'none' || (ways.mode === 'tolerant' && mode === 'MMU')) return unchanged;
  return mode === 'NONE'
    ? { ...unchanged, machine: withState(machine, cpu, { mode: 'MMU' }) }
    : bug(unchanged, mode, 'NONE');
}

/** Flushes before it checks the mode. */
function leave(ways: Variant, { machine, cpu }: Site): Reaction {
  const { mode } = stateOf(machine, cpu);
  const flushed = flush(machine, cpu);
  if (ways.mode === 'none' || (ways.mode === 'tolerant' && mode === 'NONE')) return flushed;
  if (mode !== 'MMU') return bug(flushed, mode, 'MMU');
  return { ...flushed, machine: withState(flushed.machine, cpu, { mode: 'NONE' }) };
}

/** Returns the queued entries of a page and the CPU of their queue; null if there are none. */
function queuedOn(
  machine: Machine,
  id: PageId,
): { readonly cpu: number; readonly entries: readonly QueuedEntry[] } | null {
  const cpu = machine.cpus.findLastIndex((_, i) => mc.queuedFor(stateOf(machine, i).calls, id).length > 0);
  return cpu < 0 ? null : { cpu, entries: mc.queuedFor(stateOf(machine, cpu).calls, id) };
}

/** Appends a call to the buffer. A full buffer is flushed first: the 32nd update flushes the 31 before it. */
function queue(site: Site, call: mc.XenCall): Reaction {
  const { cpu } = site;
  const full = mc.isFull(stateOf(site.machine, cpu).calls, site.capacity);
  const made = full ? flush(site.machine, cpu, 'full') : { machine: site.machine, effects: [] };
  const calls = mc.appendCall(stateOf(made.machine, cpu).calls, call);
  const effects: Effect[] = [...made.effects, { kind: 'queue', how: call.op, entries: 1, cpu }];
  return { ...made, machine: withState(made.machine, cpu, { calls }), effects };
}

function page(ways: Variant, { op, page: { space } }: PageEvent, index: number, site: Site): PageReaction {
  const { machine, cpu, context: owner } = site;
  const id = pageId(machine, site.task, space, index);
  const before = pageOf(machine, id);
  const waits = queuedOn(machine, id);
  const waiting = waits?.entries.at(-1);
  if (op === 'touch' || op === 'touch-write') return touchMemory(site, id, op === 'touch-write', waiting, HANDLER);
  if (op === 'read' || op === 'read-raw') return readMemory(site, id, waiting);
  const entry = entryAfter(op, before) ?? null;
  if (op === 'wrprotect' && before.memory === null && waits === null) return readMemory(site, id, waiting);
  if (op === 'get-and-clear' || op === 'wrprotect') {
    // Not paravirt calls: a native operation on a read-only page, which Xen traps and emulates immediately.
    return {
      machine: storeNow(machine, id, op, entry),
      effects: [{ kind: 'store', how: 'emulated', entries: 1, cpu }],
      result: op === 'wrprotect' ? 'stored' : `got ${pteText(before.memory)}`,
      hazards: findOvertaken(id, entry, waiting),
      ...(waits && { inferred: OVERTAKES }),
    };
  }
  if (!isLazy(ways, site)) {
    return {
      machine: storeNow(machine, id, op, entry),
      effects: [{ kind: 'store', how: 'hypercall', entries: 1, cpu }],
      result: 'stored',
      hazards: findOvertaken(id, entry, waiting),
      batch: { deferrable: true, deferred: false },
    };
  }
  const queued = queue(site, { op: 'mmu_update', updates: [{ page: id, entry, owner }] });
  const sets = op === 'set' ? before.sets + 1 : before.sets;
  return {
    ...queued,
    machine: withPage(queued.machine, id, { sets }),
    result: 'queued',
    // One buffer keeps the order of its updates. Between the buffers of two CPUs there is no order.
    hazards: waits && waits.cpu !== cpu ? findOvertaken(id, entry, waiting) : [],
    batch: { deferrable: true, deferred: true },
  };
}

/** Returns the acts of a context switch: the CPU flushes its queue, and the mode follows its task. */
function contextSwitch(ways: Variant, { machine, cpu, from, to, first, active }: Switching): readonly HookAct[] {
  const start: HookAct = {
    act: 'own',
    says: `xen_start_context_switch(): ${ways.mode === 'none' ? 'xen_cpu_lazy_mode set' : 'lazy mode CPU'}`,
    run: (now) => ({ machine: withState(now, cpu, { mode: 'CPU' }), effects: [] }),
  };
  const end: HookAct = {
    act: 'own',
    says: `xen_end_context_switch(): xen_mc_flush(), ${ways.mode === 'none' ? 'xen_cpu_lazy_mode cleared' : 'lazy mode NONE'}`,
    run(now) {
      const flushed = flush(now, cpu);
      return { ...flushed, machine: withState(flushed.machine, cpu, { mode: 'NONE' }) };
    },
  };
  if (ways.memory === 'pause') {
    return [
      ...(from === null ? [] : [{ act: 'helper', helper: '__task_pause', task: from } as const]),
      start,
      end,
      // A task that never ran has not been paused.
      ...(to === null || first ? [] : [{ act: 'helper', helper: '__task_resume', task: to } as const]),
    ];
  }
  const flag = (task: TaskId, on: boolean): HookAct => ({
    act: 'own',
    says: `TIF_LAZY_MMU_UPDATES of task ${task}: ${on ? 'set' : 'cleared'}`,
    run: (now) => ({ machine: withTask(now, task, { arch: { flag: on } }), effects: [] }),
  });
  const leaves = from !== null && stateOf(machine, cpu).mode === 'MMU';
  const enters = to !== null && (ways.memory === 'flag' ? hasFlag(machine, to) : active);
  const flags = ways.memory === 'flag';
  return [
    ...(leaves ? [{ act: 'callback', name: 'leave', task: from } as const] : []),
    ...(leaves && flags ? [flag(from, true)] : []),
    start,
    end,
    ...(enters && flags ? [flag(to, false)] : []),
    ...(enters ? [{ act: 'callback', name: 'enter', task: to } as const] : []),
  ];
}

const HANDLER = { clause: 'the access faults, and its handler waits for the page-table lock', result: 'faults, waits' };

export const OVERTAKES =
  'A get-and-clear or wrprotect overtakes queued updates, so that a flush can restore an old entry: inferred from code.';
export const DRAINS = 'A TLB flush in an interrupt flushes the queue of the interrupted task: inferred from code.';

function simulate(ways: Variant): Simulation {
  return {
    task: { flag: false },
    cpu: { mode: 'NONE', calls: [] },
    ...(ways.memory === 'pause' ? { needs: ['__task_pause', '__task_resume'] } : {}),
    callback(name, site) {
      if (name === 'enter') return enter(ways, site);
      if (name === 'leave') return leave(ways, site);
      const skips = ways.mode !== 'none' && !isLazy(ways, site);
      return skips ? { machine: site.machine, effects: [] } : flush(site.machine, site.cpu);
    },
    page: (event, index, site) => page(ways, event, index, site),
    tlb(op, site) {
      const { mm } = taskOf(site.machine, site.task);
      const scope = op === 'flush-tlb' ? 'both' : 'user';
      const alone = stateOf(site.machine, site.cpu).calls.length === 0;
      const queued = queue(site, { op: 'mmuext_op', mm, scope, owner: site.context });
      if (isLazy(ways, site)) return { ...queued, result: 'queued' };
      // Outside the mode, the call is issued immediately, together with the rest of the buffer.
      const issued = flush(queued.machine, site.cpu);
      const owners = [...new Set([...(queued.flushed ?? []), ...(issued.flushed ?? [])])];
      const before = queued.effects.filter(({ kind }) => kind !== 'queue');
      const effects = [...before, ...issued.effects.filter(({ kind }) => !alone || kind !== 'flush')];
      const others = site.inInterrupt && !alone ? { inferred: DRAINS } : {};
      return { ...issued, effects, flushed: owners, ...others };
    },
    contextSwitch: (change) => contextSwitch(ways, change),
    preemption: () => null,
    pending(machine, id) {
      const { cpu } = taskOf(machine, id);
      if (cpu === null) return 0;
      const { calls } = stateOf(machine, cpu);
      return cpuOf(machine, cpu).current === id ? mc.countRecords(calls) : mc.countRecordsOf(calls, id);
    },
    pendingOn: (machine, cpu) => mc.countRecords(stateOf(machine, cpu).calls),
    describePending(machine, id) {
      const waits = queuedOn(machine, id);
      if (waits === null) return null;
      return `${waits.entries.map((entry) => pteText(entry ?? null)).join(' then ')} queued on CPU ${waits.cpu}`;
    },
    registers(machine, task, capacity) {
      const { cpu } = taskOf(machine, task);
      const { mode, calls } = cpu === null ? IDLE : stateOf(machine, cpu);
      const cpuLazy = { name: 'xen_cpu_lazy_mode', value: mode === 'CPU' ? '1' : '0' };
      return [
        ways.mode === 'none' ? cpuLazy : { name: 'xen_lazy_mode', value: mode },
        { name: 'mc_buffer', value: mc.describeCalls(calls) },
        { name: 'updates', value: fillText(mc.countRecords(calls), mc.MAX_UPDATES, capacity) },
        ...(ways.memory === 'flag'
          ? [{ name: 'TIF_LAZY_MMU_UPDATES', value: hasFlag(machine, task) ? '1' : '0' }]
          : []),
      ];
    },
  };
}

export default {
  id: 'xen-pv',
  order: 60,
  title: 'x86, Xen PV',
  defers: 'The store: memory keeps the old entry until the queue is flushed.',
  where: 'per CPU: a queue of 31 updates; preemptible',
  holder: 'cpu',
  capacity: { real: mc.MAX_UPDATES, of: 'updates' },
  configured: true,
  source:
    'arch/x86/xen/{mmu_pv,multicalls}.c; c36549ff8d84, 291b3abed657 (7.0), 4594437880ce (7.1), 811f0d8caa40 (7.2)',
  eras: {
    '6.19': simulate({ mode: 'strict', memory: 'flag' }),
    '7.0': simulate({ mode: 'strict', memory: 'counters' }),
    '7.1': simulate({ mode: 'tolerant', memory: 'counters' }),
    '7.2': simulate({ mode: 'none', memory: 'pause' }),
  },
} satisfies Backend;
