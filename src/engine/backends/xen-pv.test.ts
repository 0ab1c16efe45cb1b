import { describe, expect, test } from 'vitest';
import { pageOf } from '../machine.ts';
import type { Event, Setup } from '../model.ts';
import v6 from '../revisions/v6.ts';
import v72 from '../revisions/v7.2.ts';
import { inspect } from '../run/run.ts';
import { explainImpossible } from '../setup/world.ts';
import {
  calls,
  events,
  exit,
  findingsOf,
  flushesIn,
  flushTlb,
  gatherFlush,
  irq,
  page,
  pages,
  pendingIn,
  registerIn,
  runBehind,
  runOf,
  summariesOf,
  switchTo,
  usedPages,
  within,
} from '../testing.ts';
import xenPv from './xen-pv.ts';

const xen = (revision: string, era: Setup['era']) => ({ revision, backend: 'xen-pv', era }) as const;
const PRE = xen('pre', '6.19');
const V70 = xen('v6', '7.0');
const V71 = xen('v6', '7.1');
const V72 = xen('v7.2', '7.2');

const memoryOf = (trace: ReturnType<typeof runOf>, id: string) => pageOf(trace.end, id).memory?.value ?? null;
const callbacksIn = (trace: ReturnType<typeof runOf>) =>
  summariesOf(trace).map(({ callbacks }) => callbacks.map(({ callback, task }) => `${callback} ${task}`));
const bugsIn = (trace: ReturnType<typeof runOf>) => findingsOf(trace).filter((line) => line.includes('arch-bug'));

describe.each([PRE, V70, V71, V72])('Xen PV at $era', (setup) => {
  test('the hook of a context switch leaves for the task outside any helper', () => {
    const trace = runOf(setup, [...events('E 0'), switchTo('B'), switchTo('A', 1), ...events('1 D')]);
    expect(callbacksIn(trace).slice(2, 4)).toEqual([['leave A'], ['enter A']]);
    expect(summariesOf(trace)[2]?.callbacks[0]?.statement).toBeNull();
    expect(inspect(trace, 2).after.tasks.A?.entered).toBe(false);
    expect(inspect(trace, 3).after.tasks.A?.entered).toBe(true);
  });

  test('wrprotect is immediate too, and is lost if the entry is still queued', () => {
    const { trace } = runBehind(setup, [], [...events('E 0'), page('wrprotect', 0), ...calls('D')]);
    expect(findingsOf(trace)).toEqual(['3 overtaken-update']);
    expect(pageOf(trace.end, 'm1:0').memory).toEqual({ value: 1, writable: true });
    expect(findingsOf(runOf(setup, [...events('E'), page('wrprotect', 0), ...calls('D')]))).toEqual([]);
  });

  test('until the flush, accessing a new kernel mapping is fatal, and a user mapping faults and waits', () => {
    const program = [...events('E k1 1'), ...pages('touch', 'k1', 1), ...calls('D'), ...pages('touch', 'k1', 1)];
    const trace = runOf(setup, program);
    const results = summariesOf(trace).map(({ result }) => result);
    expect(results).toEqual([null, 'queued', 'queued', 'fatal fault', 'faults, waits', null, 'through 1', 'through 1']);
    expect(summariesOf(trace)[3]?.effects).toMatchObject([{ kind: 'fault' }]);
    expect(findingsOf(trace)).toEqual(['4 early-touch', '5 early-touch']);
  });

  test('an old mapping stays usable, in memory and hardware, until its update is flushed', () => {
    const { trace, rows } = runBehind(setup, pages('set', 0, 1), [
      ...[...pages('touch', 0), ...calls('E'), ...pages('clear', 0, 1), ...pages('touch', 0, 1), ...calls('D')],
      ...[...pages('touch', 0), flushTlb, ...pages('touch', 0)],
    ]);
    expect(rows.slice(4).map(({ result }) => result)).toEqual(['old 1', 'old 1', null, 'old 1', null, 'faults']);
    expect(findingsOf(trace)).toEqual(['7 stale-translation', '8 stale-translation']);
  });

  test('an interrupt stores immediately, past the queue of its task, and its TLB flush flushes that queue', () => {
    const { trace, rows } = runBehind(setup, [], [...events('E 0'), irq(...events('1'), gatherFlush), ...calls('D')]);
    expect(rows[3]?.effects).toEqual([{ kind: 'store', how: 'hypercall', entries: 1, cpu: 0 }]);
    expect(rows[4]?.effects).toMatchObject([
      { kind: 'flush', how: 'multicall', entries: 2 },
      { kind: 'tlb', how: 'mmuext_op' },
    ]);
    expect(pendingIn(trace)).toEqual([0, 1, 1, 1, 0, 0, 0]);
    expect(findingsOf(trace)).toEqual(['5 foreign-flush']);
  });

  test('a TLB flush outside a section is issued immediately', () => {
    const { rows } = runBehind(setup, usedPages(0), [flushTlb]);
    expect(rows[0]?.effects).toEqual([{ kind: 'tlb', how: 'mmuext_op', entries: 1, cpu: 0 }]);
  });

  test('the queues of two CPUs have no order between them', () => {
    const trace = runOf(setup, [
      ...events('E k0'),
      switchTo('B', 1),
      ...events('E k0 D'),
      switchTo('A'),
      ...calls('D'),
    ]);
    expect(findingsOf(trace)).toEqual(['5 overtaken-update']);
    expect(memoryOf(trace, 'k0')).toBe(1);
  });

  test('a reduced capacity is shown with the real one', () => {
    const trace = runOf({ ...setup, capacity: 2 }, events('E 0 1 2 D'));
    expect(flushesIn(trace)).toEqual(['hypercall 2', 'hypercall 1']);
    expect(registerIn(trace, 'updates')).toEqual(['0', '1', '2', '1', '0'].map((n) => `${n} of 2 (kernel: 31)`));
  });

  test('a task that exits leaves its CPU through the hooks and has nothing pending', () => {
    const trace = runOf(setup, [...events('E 0'), exit, switchTo('B'), ...events('1')]);
    expect(summariesOf(trace)[2]?.effects).toMatchObject([{ kind: 'flush', entries: 1 }]);
    expect(trace.end.over).toBeNull();
    expect(summariesOf(trace)[4]?.result).toBe('stored');
  });
});

test('a second enter before the series ends the task in a BUG that names the mode', () => {
  const trace = runOf(PRE, events('E 0 E 1 D 2 D'));
  expect(trace.end.over).toBe('bug');
  const last = summariesOf(trace)
    .at(-1)
    ?.findings.find(({ rule }) => rule === 'arch-bug');
  expect(last).toMatchObject({ sub: 'enter', severity: 'bug', statement: 1 });
  expect(last?.values).toEqual({ xen_lazy_mode: 'XEN_LAZY_MMU' });
  expect(trace.end.tasks.A).toMatchObject({ alive: false, entered: true });
});

describe('hooks of a context switch', () => {
  const program = [...events('E 0'), switchTo('B'), switchTo('A')];

  test('at 6.19 a thread flag saves the mode of a task that is switched out', () => {
    const trace = runOf(PRE, program);
    expect(registerIn(trace, 'TIF_LAZY_MMU_UPDATES')).toEqual(['0', '0', '1', '0']);
    expect(registerIn(trace, 'xen_lazy_mode')).toEqual(['MMU', 'MMU', 'NONE', 'MMU']);
  });

  test('at 7.0 the counters of the next task decide whether to enter', () => {
    const trace = runOf(V70, program);
    expect(callbacksIn(trace)).toEqual([['enter A'], [], ['leave A'], ['enter A']]);
    expect(registerIn(trace, 'TIF_LAZY_MMU_UPDATES')).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('at 7.2 a task that is switched out is paused statement by statement, and its open calls do not change', () => {
    const trace = runOf(V72, program);
    const { after, moments } = inspect(trace, 2);
    expect(after.tasks.A?.fields).toEqual({ enable_count: 1, pause_count: 1 });
    expect(after.tasks.A?.openCalls.pauses).toEqual([]);
    expect(moments.map(({ what, says }) => `${what}: ${says}`)).toEqual([
      'check: __task_lazy_mmu_mode_pause(A), VM_WARN_ON_ONCE(pause_count == U8_MAX): condition false',
      'write: __task_lazy_mmu_mode_pause(A), pause_count: 0 -> 1',
      'condition: __task_lazy_mmu_mode_pause(A), pause_count++ == 0 && enable_count > 0: taken',
      'callback: arch_leave_lazy_mmu_mode() for task A',
      'act: xen_start_context_switch(): xen_cpu_lazy_mode set',
      'act: xen_end_context_switch(): xen_mc_flush(), xen_cpu_lazy_mode cleared',
      'act: CPU 0 runs task B',
    ]);
    expect(moments.map(({ statement }) => statement)).toEqual(Array(7).fill(null));
    expect(inspect(trace, 3).after.tasks.A?.fields).toEqual({ enable_count: 1, pause_count: 0 });
    expect(inspect(trace, 3).after.tasks.B?.fields).toEqual({ enable_count: 0, pause_count: 1 });
  });

  test('a revision without the helpers that 7.2 calls cannot run on it', () => {
    expect(explainImpossible({ ...v6, meets: ['7.2'] }, xenPv, '7.2')).toBe(
      'v6 cannot run on xen-pv with kernel 7.2: its context switch calls __task_lazy_mmu_mode_pause() and __task_lazy_mmu_mode_resume(), which this revision does not have',
    );
    expect(explainImpossible(v72, xenPv, '7.2')).toBeNull();
  });
});

test('the step in the documentation of the command line has this exact result', () => {
  const trace = runOf(V70, events('EE k1 k2 D'));
  expect(summariesOf(trace).at(-1)).toMatchObject({
    callbacks: [{ callback: 'flush', task: 'A', statement: 6, fields: { enable_count: 1, pause_count: 0 } }],
    fields: { enable_count: 1, pause_count: 0 },
    active: true,
    checks: [],
    effects: [{ kind: 'flush', how: 'hypercall', entries: 2, cpu: 0 }],
    pending: 0,
    findings: [],
  });
  expect(summariesOf(trace).at(-1)?.effects).toHaveLength(1);
});

test('the order of statements in v3 has the mirrored window', () => {
  const program: Event[] = [within('enable', 4, switchTo('B'), switchTo('A')), ...calls('D')];
  expect(bugsIn(runOf(xen('v3', '7.0'), program))).toEqual([]);
  const after = within('enable', { at: 'after-callback' }, switchTo('B'), switchTo('A'));
  expect(bugsIn(runOf(xen('v3', '7.0'), [after, ...calls('D')]))[0]).toContain('arch-bug.leave');
});
