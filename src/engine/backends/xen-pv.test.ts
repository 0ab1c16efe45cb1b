import { describe, expect, test } from 'vitest';
import { pageOf } from '../machine.ts';
import type { Event, Setup } from '../model.ts';
import v6 from '../revisions/v6.ts';
import v72 from '../revisions/v7.2.ts';
import { inspect } from '../run.ts';
import {
  behind,
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
  runOf,
  summariesOf,
  switchTo,
  used,
  within,
} from '../testing.ts';
import { impossible } from '../world.ts';
import xenPv from './xen-pv.ts';

const xen = (revision: string, era: Setup['era']) => ({ revision, backend: 'xen-pv', era }) as const;
const PRE = xen('pre', '6.19');
const V70 = xen('v6', '7.0');
const V71 = xen('v6', '7.1');
const V72 = xen('v7.2', '7.2');

const memoryOf = (trace: ReturnType<typeof runOf>, id: string) => pageOf(trace.end, id).memory?.value ?? null;
const many = (count: number) => Array.from({ length: count }, (_, i) => i);
const callbacksIn = (trace: ReturnType<typeof runOf>) =>
  summariesOf(trace).map(({ callbacks }) => callbacks.map(({ callback, task }) => `${callback} ${task}`));
const bugsIn = (trace: ReturnType<typeof runOf>) => findingsOf(trace).filter((line) => line.includes('arch-bug'));

describe.each([PRE, V70, V71, V72])('Xen PV vectors at $era', (setup) => {
  test('X1: outside a section a set is one hypercall, and memory is new', () => {
    const trace = runOf(setup, events('0'));
    expect(summariesOf(trace)[0]?.effects).toEqual([{ kind: 'store', how: 'hypercall', entries: 1, cpu: 0 }]);
    expect(memoryOf(trace, 'm1:0')).toBe(1);
  });

  test('X2: a section queues, reads give the old entry, and the flush is one hypercall with three updates', () => {
    const { trace, rows, pending } = behind(setup, pages('set', 0), [
      ...events('E 0 1 2'),
      page('read', 0),
      ...calls('D'),
    ]);
    expect(pending).toEqual([0, 1, 2, 3, 3, 0]);
    expect(rows.map(({ result }) => result)).toEqual([null, 'queued', 'queued', 'queued', '1', null]);
    expect(findingsOf(trace)).toEqual(['6 stale-read']);
    expect(registerIn(trace, 'mc_buffer').at(-2)).toBe('mmu_update 3');
    expect(rows.at(-1)?.effects).toEqual([{ kind: 'flush', how: 'hypercall', entries: 3, cpu: 0 }]);
    expect(memoryOf(trace, 'm1:0')).toBe(2);
  });

  test('X3: the 32nd update flushes the 31', () => {
    const trace = runOf(setup, [...calls('E'), ...pages('set', ...many(64)), ...calls('D')]);
    expect(pendingIn(trace).slice(30, 34)).toEqual([30, 31, 1, 2]);
    expect(flushesIn(trace)).toEqual(['hypercall 31', 'hypercall 31', 'hypercall 2']);
  });

  test('X4: a TLB flush stays behind the updates before it and splits the run', () => {
    const { trace, rows, pending } = behind(setup, used(7), [...events('E 0 1 7'), flushTlb, ...events('3 4 D')]);
    expect(pending).toEqual([0, 1, 2, 3, 4, 5, 6, 0]);
    expect(registerIn(trace, 'mc_buffer').at(-2)).toBe('mmu_update 3, mmuext_op 1, mmu_update 2');
    expect(rows.at(-1)?.effects).toEqual([
      { kind: 'flush', how: 'multicall', entries: 6, cpu: 0 },
      { kind: 'tlb', how: 'mmuext_op', entries: 1, cpu: 0 },
    ]);
    expect([pageOf(trace.end, 'm1:7').hardware, memoryOf(trace, 'm1:7')]).toEqual([null, 2]);
  });

  test('X6: a preempted task flushes on the CPU that it leaves, and queues on the one that it comes to', () => {
    const trace = runOf(setup, [...events('E 0'), switchTo('B'), switchTo('A', 1), ...events('1 D')]);
    const rows = summariesOf(trace);
    expect(rows[2]?.effects).toEqual([{ kind: 'flush', how: 'hypercall', entries: 1, cpu: 0 }]);
    expect(rows[5]?.effects).toEqual([{ kind: 'flush', how: 'hypercall', entries: 1, cpu: 1 }]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(Array(6).fill('done'));
    expect(callbacksIn(trace).slice(2, 4)).toEqual([['leave A'], ['enter A']]);
    expect(rows[2]?.callbacks[0]?.statement).toBeNull();
    expect(inspect(trace, 2).after.tasks.A?.entered).toBe(false);
    expect([memoryOf(trace, 'm1:0'), memoryOf(trace, 'm1:1')]).toEqual([1, 1]);
    expect(findingsOf(trace)).toEqual([]);
  });

  test('X8: get-and-clear overtakes the queue, and the flush brings the entry back', () => {
    const { trace, rows } = behind(setup, pages('set', 0), [...events('E 0'), page('get-and-clear', 0), ...calls('D')]);
    expect(rows[2]).toMatchObject({ result: 'got 1', effects: [{ kind: 'store', how: 'emulated' }] });
    expect(inspect(trace, 3).after.pages['m1:0']?.memory).toBeNull();
    expect(findingsOf(trace)).toEqual(['4 overtaken-update']);
    expect(memoryOf(trace, 'm1:0')).toBe(2);
  });

  test('wrprotect is at once as well, and lost where the entry was still queued', () => {
    const { trace } = behind(setup, [], [...events('E 0'), page('wrprotect', 0), ...calls('D')]);
    expect(findingsOf(trace)).toEqual(['3 overtaken-update']);
    expect(trace.end.pages['m1:0']?.memory).toEqual({ value: 1, writable: true });
    expect(findingsOf(runOf(setup, [...events('E'), page('wrprotect', 0), ...calls('D')]))).toEqual([]);
  });

  test('a new kernel mapping is fatal to touch, a user one faults and waits, until the flush', () => {
    const program = [...events('E k1 1'), ...pages('touch', 'k1', 1), ...calls('D'), ...pages('touch', 'k1', 1)];
    const trace = runOf(setup, program);
    const results = summariesOf(trace).map(({ result }) => result);
    expect(results).toEqual([null, 'queued', 'queued', 'fatal fault', 'faults, waits', null, 'through 1', 'through 1']);
    expect(summariesOf(trace)[3]?.effects).toMatchObject([{ kind: 'fault' }]);
    expect(findingsOf(trace)).toEqual(['4 early-touch', '5 early-touch']);
  });

  test('an old mapping stays usable, by memory and by hardware, until its update went out', () => {
    const { trace, rows } = behind(setup, pages('set', 0, 1), [
      ...[...pages('touch', 0), ...calls('E'), ...pages('clear', 0, 1), ...pages('touch', 0, 1), ...calls('D')],
      ...[...pages('touch', 0), flushTlb, ...pages('touch', 0)],
    ]);
    expect(rows.slice(4).map(({ result }) => result)).toEqual(['old 1', 'old 1', null, 'old 1', null, 'faults']);
    expect(findingsOf(trace)).toEqual(['7 stale-translation', '8 stale-translation']);
  });

  test('an interrupt stores at once, past the queue of its task; its TLB flush sends that out', () => {
    const { trace, rows } = behind(setup, [], [...events('E 0'), irq(...events('1'), gatherFlush), ...calls('D')]);
    expect(rows[3]?.effects).toEqual([{ kind: 'store', how: 'hypercall', entries: 1, cpu: 0 }]);
    expect(rows[4]?.effects).toMatchObject([
      { kind: 'flush', how: 'multicall', entries: 2 },
      { kind: 'tlb', how: 'mmuext_op' },
    ]);
    expect(pendingIn(trace)).toEqual([0, 1, 1, 1, 0, 0, 0]);
    expect(findingsOf(trace)).toEqual(['5 foreign-flush']);
  });

  test('a TLB flush outside a section is issued at once', () => {
    const { rows } = behind(setup, used(0), [flushTlb]);
    expect(rows[0]?.effects).toEqual([{ kind: 'tlb', how: 'mmuext_op', entries: 1, cpu: 0 }]);
  });

  test('the queues of two CPUs keep no order between them', () => {
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

  test('a capacity for teaching is shown beside the real one', () => {
    const trace = runOf({ ...setup, capacity: 2 }, events('E 0 1 2 D'));
    expect(flushesIn(trace)).toEqual(['hypercall 2', 'hypercall 1']);
    expect(registerIn(trace, 'updates')).toEqual(['0', '1', '2', '1', '0'].map((n) => `${n} of 2 (really 31)`));
  });

  test('a task that exits gives its CPU up through the hooks: nothing of it stays behind', () => {
    const trace = runOf(setup, [...events('E 0'), exit, switchTo('B'), ...events('1')]);
    expect(summariesOf(trace)[2]?.effects).toMatchObject([{ kind: 'flush', entries: 1 }]);
    expect(trace.end.over).toBeNull();
    expect(summariesOf(trace)[4]?.result).toBe('stored');
  });
});

describe('X5: a nested section', () => {
  const program = events('E 0 E 1 D 2 D');

  test('at 6.19 is a BUG in the second enter', () => {
    const trace = runOf(PRE, program);
    expect(trace.end.over).toBe('bug');
    expect(summariesOf(trace).at(-1)).toMatchObject({
      outcome: 'ended',
      effects: [{ kind: 'bug', how: 'enter', entries: 1, cpu: 0 }],
    });
    const last = summariesOf(trace)
      .at(-1)
      ?.findings.find(({ rule }) => rule === 'arch-bug');
    expect(last).toMatchObject({ sub: 'enter', severity: 'bug', statement: 1 });
    expect(last?.values).toEqual({ xen_lazy_mode: 'XEN_LAZY_MMU' });
    expect(trace.end.tasks.A).toMatchObject({ alive: false, entered: true });
  });

  test.each([V70, V71, V72])('at $era flushes two at the inner disable and one at the outer', (setup) => {
    const trace = runOf(setup, program);
    expect(flushesIn(trace)).toEqual(['hypercall 2', 'hypercall 1']);
    expect(findingsOf(trace)).toEqual([]);
  });
});

describe('X7: a preemption between the counter and the callback', () => {
  const away = [switchTo('B'), switchTo('A')];

  test('before the series has no counter to be ahead of: nothing happens', () => {
    const trace = runOf(PRE, [within('enable', { at: 'before-callback' }, ...away), ...events('0'), ...calls('D')]);
    expect(findingsOf(trace)).toEqual([]);
    expect(flushesIn(trace)).toEqual(['hypercall 1']);
  });

  test.each([
    ['enter', [within('enable', 3, ...away)]],
    ['leave', [...calls('E'), within('disable', 3, ...away)]],
  ])('at 7.0 ends in the BUG of %s', (where, program) => {
    const trace = runOf(V70, program);
    expect(trace.end.over).toBe('bug');
    expect(bugsIn(trace)).toHaveLength(1);
    expect(bugsIn(trace)[0]).toContain(`arch-bug.${where}`);
  });

  // Paused with its counter at 0, a task is not left by the hook of 7.2: its own leave is the only one.
  test.each([
    { ...V71, broken: [['enter'], ['leave']] },
    { ...V72, broken: [['leave', 'enter'], []] },
  ])('at $era is tolerated, though the callbacks do not take turns', ({ broken, ...setup }) => {
    const programs = [[within('enable', 3, ...away)], [...calls('E'), within('disable', 3, ...away)]];
    programs.forEach((program, i) => {
      const trace = runOf(setup, program);
      expect(trace.end.over).toBeNull();
      expect(bugsIn(trace)).toEqual([]);
      const rules = summariesOf(trace).flatMap(({ findings }) => findings);
      expect(rules.filter(({ rule }) => rule === 'callbacks-alternate').map(({ sub }) => sub)).toEqual(broken[i]);
    });
  });
});

describe('the hooks of a switch', () => {
  const program = [...events('E 0'), switchTo('B'), switchTo('A')];

  test('at 6.19 a thread flag remembers the mode', () => {
    const trace = runOf(PRE, program);
    expect(registerIn(trace, 'TIF_LAZY_MMU_UPDATES')).toEqual(['0', '0', '1', '0']);
    expect(registerIn(trace, 'xen_lazy_mode')).toEqual(['MMU', 'MMU', 'NONE', 'MMU']);
  });

  test('at 7.0 the counters of the next task say whether to enter', () => {
    const trace = runOf(V70, program);
    expect(callbacksIn(trace)).toEqual([['enter A'], [], ['leave A'], ['enter A']]);
    expect(registerIn(trace, 'TIF_LAZY_MMU_UPDATES')).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('at 7.2 the task is paused while it is away, statement by statement, and keeps no book of it', () => {
    const trace = runOf(V72, program);
    const { after, moments } = inspect(trace, 2);
    expect(after.tasks.A?.fields).toEqual({ enable_count: 1, pause_count: 1 });
    expect(after.tasks.A?.book.pauses).toEqual([]);
    expect(moments.map(({ what, says }) => `${what}: ${says}`)).toEqual([
      'check: __task_lazy_mmu_mode_pause(A), VM_WARN_ON_ONCE(pause_count == U8_MAX): silent, the condition does not hold',
      'write: __task_lazy_mmu_mode_pause(A), pause_count: 0 -> 1',
      'condition: __task_lazy_mmu_mode_pause(A), pause_count++ == 0 && enable_count > 0: taken',
      'callback: arch_leave_lazy_mmu_mode() for task A',
      'act: xen_start_context_switch(): lazy mode CPU',
      'act: xen_end_context_switch(): xen_mc_flush(), lazy mode NONE',
      'act: CPU 0 runs task B',
    ]);
    expect(moments.map(({ statement }) => statement)).toEqual(Array(7).fill(null));
    expect(inspect(trace, 3).after.tasks.A?.fields).toEqual({ enable_count: 1, pause_count: 0 });
    expect(inspect(trace, 3).after.tasks.B?.fields).toEqual({ enable_count: 0, pause_count: 1 });
  });

  test('the helpers that 7.2 calls must be there, whatever a revision says that it meets', () => {
    expect(impossible({ ...v6, meets: ['7.2'] }, xenPv, '7.2')).toBe(
      'v6 cannot run on xen-pv at era 7.2: its context switch calls __task_lazy_mmu_mode_pause() and __task_lazy_mmu_mode_resume(), which are not there',
    );
    expect(impossible(v72, xenPv, '7.2')).toBeNull();
  });
});

test('the step that the command line documents comes out as it stands there', () => {
  const trace = runOf(V70, events('EE k1 k2 D'));
  expect(summariesOf(trace).at(-1)).toMatchObject({
    callbacks: [{ callback: 'flush', task: 'A', statement: 6, saw: { enable_count: 1, pause_count: 0 } }],
    fields: { enable_count: 1, pause_count: 0 },
    active: true,
    checks: [],
    effects: [{ kind: 'flush', how: 'hypercall', entries: 2, cpu: 0 }],
    pending: 0,
    findings: [],
  });
  expect(summariesOf(trace).at(-1)?.effects).toHaveLength(1);
});

test('the order of v3 has the mirrored window', () => {
  const program: Event[] = [within('enable', 4, switchTo('B'), switchTo('A')), ...calls('D')];
  expect(bugsIn(runOf(xen('v3', '7.0'), program))).toEqual([]);
  const after = within('enable', { at: 'after-callback' }, switchTo('B'), switchTo('A'));
  expect(bugsIn(runOf(xen('v3', '7.0'), [after, ...calls('D')]))[0]).toContain('arch-bug.leave');
});
