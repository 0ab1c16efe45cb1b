import { describe, expect, test } from 'vitest';
import { isInInterrupt, pagesIn } from '../machine.ts';
import type { Event } from '../model.ts';
import {
  bh,
  calls,
  describeRows,
  events,
  exit,
  findingsOf,
  irq,
  page,
  runOf,
  sleep,
  softirq,
  summariesOf,
  switchTo,
  within,
} from '../testing.ts';
import { inspect, type Trace } from './run.ts';

const outcomes = (trace: Trace) => summariesOf(trace).map(({ outcome }) => outcome);
const reasons = (trace: Trace) => summariesOf(trace).flatMap(({ why }) => (why === null ? [] : [why]));
const contexts = (trace: Trace) => summariesOf(trace).map(({ context }) => context);

describe('interrupts', () => {
  test('an interrupt is two rows around its body, both in the context that it came upon', () => {
    const trace = runOf({}, [irq(page('set', 1), softirq()), page('set', 2)]);
    expect(contexts(trace)).toEqual(['task', 'irq', 'irq', 'irq', 'task', 'task']);
    expect(reasons(trace)).toEqual(['softirqs are disabled: already in interrupt context']);
  });

  test('a hard interrupt comes on top of a softirq', () => {
    const trace = runOf({}, [softirq(irq(...calls('E')))]);
    expect(contexts(trace)).toEqual(['task', 'softirq', 'irq', 'softirq', 'task']);
    expect(outcomes(trace)).toEqual(['done', 'done', 'ignored', 'done', 'done']);
  });

  test('what an interrupt opens is its own: the task it came upon still has its section to close', () => {
    const trace = runOf({ revision: 'v4-07' }, [...calls('E'), irq(...calls('E')), ...calls('D')]);
    expect(describeRows(trace)).toEqual(['enter 1,1', '- 1,1', '- 2,1', '- 2,1', 'flush 1,1']);
    expect(findingsOf(trace)).toEqual([
      ...['2 interrupt-isolation.active', '4 interrupt-isolation.state', '5 active-outside-section'],
    ]);
  });

  test('a switch in interrupt does not happen', () => {
    const trace = runOf({}, [irq(switchTo('B'))]);
    expect(outcomes(trace)).toEqual(['done', 'skipped', 'done']);
    expect(Object.keys(trace.end.tasks)).toEqual(['A']);
  });
});

describe('bottom halves', () => {
  test('with them off in_interrupt() is true, the mode is not active, and softirqs wait', () => {
    const trace = runOf({}, [...calls('E'), bh('off'), softirq(...calls('D')), bh('on')]);
    expect(summariesOf(trace).map((row) => [row.inInterrupt, row.active])).toEqual([
      ...[
        [false, true],
        [true, false],
        [true, false],
        [true, false],
        [true, false],
        [false, true],
      ],
    ]);
    expect(outcomes(trace)).toEqual(['done', 'done', 'skipped', 'skipped', 'silent', 'done']);
  });

  test('they nest, and cannot be turned on when they are', () => {
    const trace = runOf({}, [bh('off'), bh('off'), bh('on'), ...calls('E'), bh('on'), bh('on')]);
    expect(outcomes(trace)).toEqual(['done', 'done', 'done', 'ignored', 'done', 'skipped']);
    expect(trace.end.tasks.A?.bhOff).toBe(0);
  });

  test('a hard interrupt still comes', () => {
    expect(outcomes(runOf({}, [bh('off'), irq(page('set', 1))]))).toEqual(['done', 'done', 'done', 'done']);
  });

  test('a store goes out at once though a section is open, which costs the batching', () => {
    const trace = runOf({}, [...calls('E'), bh('off'), ...events('k1')]);
    expect(findingsOf(trace)).toEqual(['3 batching-lost']);
    expect(summariesOf(trace).at(-1)?.pending).toBe(0);
  });

  test('a switch cannot take the CPU away, and leaves nothing behind', () => {
    const trace = runOf({}, [bh('off'), switchTo('B'), ...calls('E')]);
    expect(outcomes(trace)).toEqual(['done', 'skipped', 'ignored']);
    expect(findingsOf(trace)).toEqual(['2 preempt-forbidden']);
    expect(Object.keys(trace.end.tasks)).toEqual(['A']);
  });

  test('a task that moves to a CPU of its own does not ask who has them off elsewhere', () => {
    const trace = runOf({}, [bh('off'), switchTo('B', 2), ...calls('E'), switchTo('A', 2)]);
    expect(outcomes(trace)).toEqual(['done', 'done', 'done', 'skipped']);
    expect(trace.end.cpus.map(({ current }) => current)).toEqual(['A', null, 'B']);
  });

  test('a task that has them off on another CPU cannot be moved from there', () => {
    const trace = runOf({}, [switchTo('B', 1), bh('off'), switchTo('A'), switchTo('B', 0)]);
    expect(outcomes(trace)).toEqual(['done', 'done', 'done', 'skipped']);
    expect(trace.end.cpus.map(({ current }) => current)).toEqual(['A', 'B']);
  });
});

describe('switches', () => {
  test('a new task takes the CPU that it is switched to on, with a state of its own', () => {
    const trace = runOf({}, [...calls('E'), switchTo('B'), ...calls('EE')]);
    expect(trace.end.tasks).toMatchObject({
      A: { cpu: 0, fields: { enable_count: 1 } },
      B: { cpu: 0, mm: 'm1', fields: { enable_count: 2 } },
    });
    expect(trace.end.cpus.map(({ current }) => current)).toEqual(['B']);
  });

  test('a task keeps its CPU when none is named', () => {
    const trace = runOf({}, [switchTo('B', 1), switchTo('A'), switchTo('C'), switchTo('B')]);
    expect(summariesOf(trace).map(({ task }) => task)).toEqual(['A', 'B', 'A', 'C']);
    expect(trace.end.cpus.map(({ current }) => current)).toEqual(['C', 'B']);
    expect(trace.end.here).toBe(1);
  });

  test('where the task runs already only the point of view moves: no hook of the architecture runs', () => {
    const trace = runOf({}, [switchTo('B', 1), switchTo('A'), switchTo('B')]);
    expect(summariesOf(trace).map(({ effects }) => effects.length)).toEqual([1, 0, 0]);
  });

  test('a task that moves leaves its CPU idle, and what nobody runs cannot happen', () => {
    const trace = runOf({}, [
      switchTo('A', 1),
      switchTo('B', 0),
      exit,
      ...calls('E'),
      irq(page('set', 1)),
      switchTo('A'),
    ]);
    expect(outcomes(trace)).toEqual(['done', 'done', 'done', 'skipped', 'skipped', 'skipped', 'silent', 'done']);
    expect(new Set(reasons(trace))).toEqual(new Set(['no task runs on CPU 0']));
  });

  test('user pages belong to the mm, kernel pages to all', () => {
    const declare: Event = { kind: 'task', task: 'B', mm: 'm2' };
    const trace = runOf({}, [
      declare,
      ...events('1 k1'),
      switchTo('B'),
      page('read', 1),
      page('read', 'k1'),
      ...events('1'),
    ]);
    expect(summariesOf(trace).map(({ result }) => result)).toEqual([
      null,
      'stored',
      'stored',
      null,
      'none',
      '1',
      'stored',
    ]);
    expect(pagesIn(trace.end).map(([id]) => id)).toEqual(['m1:1', 'k1', 'm2:1']);
  });
});

describe('exit and sleep', () => {
  test('an exit with all at rest is silent, with an open section it is not', () => {
    expect(findingsOf(runOf({}, [...calls('EPRD'), exit]))).toEqual([]);
    expect(findingsOf(runOf({}, [...calls('E'), exit]))).toEqual(['2 unbalanced-exit']);
    expect(findingsOf(runOf({}, [...calls('P'), exit]))).toEqual(['2 unbalanced-exit']);
  });

  test('a task that exited cannot run again, and an interrupt handler cannot exit', () => {
    const trace = runOf({}, [irq(exit), switchTo('B'), exit, switchTo('A'), switchTo('B')]);
    expect(outcomes(trace)).toEqual(['done', 'skipped', 'done', 'done', 'done', 'done', 'skipped']);
    expect(reasons(trace)).toEqual(['an interrupt handler cannot exit', 'task B has exited']);
  });

  test('a point that may sleep is a finding while the mode is active, and switches nothing', () => {
    const trace = runOf({}, [sleep, ...calls('E'), sleep, ...calls('P'), sleep, ...calls('RD'), sleep]);
    expect(findingsOf(trace)).toEqual(['3 sleep-in-section']);
    expect(trace.end.cpus.map(({ current }) => current)).toEqual(['A']);
  });

  test('before the series the architecture is asked, as there is no state to ask', () => {
    expect(findingsOf(runOf({ revision: 'pre' }, [...calls('E'), sleep]))).toEqual(['2 sleep-in-section']);
  });
});

describe('what is switched off', () => {
  test('an event that is off keeps its row and does nothing, nor does what is inside it', () => {
    const trace = runOf({}, [
      { ...irq(...calls('E')), off: true },
      { ...within('enable', 3, page('set', 1)), off: true },
      { kind: 'note', text: 'nothing' },
    ]);
    expect(outcomes(trace)).toEqual(Array(7).fill('silent'));
    expect(trace.end).toEqual(runOf({}, []).end);
  });

  test('in a block that is skipped, what is off stays silent', () => {
    const [one] = calls('E');
    const trace = runOf({}, [
      ...calls('E'),
      within('enable', 5, { ...one, kind: 'call', helper: 'enable', off: true }),
    ]);
    expect(outcomes(trace)).toEqual(['done', 'done', 'silent', 'silent']);
  });
});

test('each page of a range is stored, with the words of all in one row', () => {
  const trace = runOf({}, [page('set', 1), page('clear', 1), page('set', 0, 2), page('read', 1), page('read', 2)]);
  expect(summariesOf(trace).map(({ result }) => result)).toEqual(['stored', 'stored', 'stored', '2', '1']);
  expect(summariesOf(trace)[2]?.effects).toEqual([{ kind: 'store', how: 'memory', entries: 3, cpu: 0 }]);
});

test('every page operation reports its result', () => {
  const trace = runOf({}, [
    ...[page('read', 1), page('touch', 1), page('set', 1), page('touch', 1), page('wrprotect', 1), page('read', 1)],
    ...[page('touch-write', 1), page('get-and-clear', 1), page('read-raw', 1), page('touch', 1)],
  ]);
  expect(summariesOf(trace).map(({ result }) => result)).toEqual([
    ...['none', 'faults', 'stored', 'through 1', 'stored', '1 ro', 'old 1', 'got 1 ro', 'none', 'old 1'],
  ]);
});

test('a write through a read-only entry faults, for the permission', () => {
  const trace = runOf({}, [page('set', 1), page('wrprotect', 1), page('touch-write', 1), page('touch', 1)]);
  expect(summariesOf(trace).map(({ result }) => result)).toEqual(['stored', 'stored', 'faults', 'through 1 ro']);
  expect(summariesOf(trace)[2]?.effects).toEqual([{ kind: 'fault', how: 'permission', entries: 1, cpu: 0 }]);
});

test.each([
  ['gather-flush', { k1: '1', 'm1:1': null, 'm2:1': '1' }],
  ['flush-tlb', { k1: null, 'm1:1': null, 'm2:1': '1' }],
] as const)(
  '%s drops the translations of its own mm, and those of the kernel only if it is the page flush',
  (op, left) => {
    const declare: Event = { kind: 'task', task: 'B', mm: 'm2' };
    const touched = [page('set', 1), page('touch', 1)];
    const trace = runOf({}, [
      ...[declare, switchTo('B'), ...touched, switchTo('A'), ...touched, page('set', 'k1'), page('touch', 'k1')],
      { kind: 'tlb', op },
    ]);
    const held = pagesIn(trace.end).map(([id, { hardware }]) => [id, hardware && String(hardware.value)]);
    expect(Object.fromEntries(held)).toEqual(left);
    expect(summariesOf(trace).at(-1)?.effects).toMatchObject([{ kind: 'tlb', entries: op === 'flush-tlb' ? 2 : 1 }]);
  },
);

test('nothing happens after the end, whatever it was', () => {
  const trace = runOf({ revision: 'v3' }, [...calls('DE'), irq()]);
  expect(trace.length).toBe(1);
  expect(trace.rows.length).toBe(4);
  expect(isInInterrupt(inspect(trace, 0).after)).toBe(false);
});
