import { describe, expect, test } from 'vitest';
import { inspect } from '../run.ts';
import {
  barriersIn,
  calls,
  effectsOf,
  events,
  findingsOf,
  irq,
  page,
  pendingIn,
  registerIn,
  runOf,
  summariesOf,
  switchTo,
} from '../testing.ts';

/** Both columns of the vectors: mainline before the series, and after it. */
const ERAS = [
  { revision: 'pre', era: '6.19' },
  { revision: 'v6', era: '7.0' },
] as const;

describe.each(ERAS)('arm64 vectors at $era', (setup) => {
  test('A1: outside a section a kernel store is followed by its barriers at once', () => {
    const trace = runOf(setup, events('k1'));
    expect(barriersIn(trace)).toBe(1);
    expect(pendingIn(trace)).toEqual([0]);
  });

  test('A2: a section owes one pair of barriers, however many stores', () => {
    const trace = runOf(setup, events('E k1 k2 D'));
    expect(pendingIn(trace)).toEqual([0, 1, 1, 0]);
    expect(barriersIn(trace)).toBe(1);
    expect(summariesOf(trace).at(-1)?.effects).toEqual([{ kind: 'flush', how: 'dsb+isb', entries: 1, cpu: 0 }]);
  });

  test('A3: user entries and cleared entries owe nothing', () => {
    const trace = runOf(setup, [...events('E 1'), page('clear', 'k1'), ...calls('D')]);
    expect(pendingIn(trace)).toEqual([0, 0, 0, 0]);
    expect(barriersIn(trace)).toBe(0);
  });

  test('A5: a pause flushes, what is stored while paused goes out at once, a resume batches again', () => {
    const trace = runOf(setup, events('E k1 P k2 R k3 D'));
    expect(pendingIn(trace)).toEqual([0, 1, 0, 0, 0, 1, 0]);
    expect(barriersIn(trace)).toBe(3);
  });

  test('A6: an interrupt stores with barriers and leaves the owed ones of the task alone', () => {
    const trace = runOf(setup, [...events('E k1'), irq(...events('E k2 D')), ...calls('D')]);
    // enable, set k1, irq begins, enable, set k2, disable, irq ends, disable
    expect(pendingIn(trace)).toEqual([0, 1, 1, 1, 1, 1, 1, 0]);
    expect(barriersIn(trace)).toBe(2);
    expect(summariesOf(trace)[4]?.effects.map(({ kind }) => kind)).toEqual(['store', 'barrier']);
    expect(summariesOf(trace).map(({ outcome }) => outcome)).toEqual([
      ...['done', 'done', 'done', 'ignored', 'done', 'ignored', 'done', 'done'],
    ]);
  });

  test('A7: a switch out executes a full dsb, the owed barriers move with the task to another CPU', () => {
    const trace = runOf(setup, [...events('E k1'), switchTo('B'), switchTo('A', 1), ...calls('D')]);
    const rows = summariesOf(trace);
    expect(rows[2]?.effects).toContainEqual({ kind: 'barrier', how: 'dsb(ish)', entries: 0, cpu: 0 });
    expect(trace.world.simulation.pending(inspect(trace, 3).after, 'A')).toBe(1);
    expect(rows[4]?.effects).toEqual([{ kind: 'flush', how: 'dsb+isb', entries: 1, cpu: 1 }]);
    expect(barriersIn(trace)).toBe(1);
  });

  test('A7, in one step: the CPU that a task leaves executes the dsb of its switch too', () => {
    const trace = runOf(setup, [...events('E k1'), switchTo('A', 1), ...calls('D')]);
    expect(summariesOf(trace)[2]?.effects).toContainEqual({ kind: 'barrier', how: 'dsb(ish)', entries: 0, cpu: 0 });
    expect(summariesOf(trace)[3]?.effects).toEqual([{ kind: 'flush', how: 'dsb+isb', entries: 1, cpu: 1 }]);
  });

  test('A8: reading gives the new entry at once, touching it may fault, is recovered, and is a hazard', () => {
    const trace = runOf(setup, [...events('E k1'), page('read', 'k1'), page('touch', 'k1'), ...calls('D')]);
    const rows = summariesOf(trace);
    expect(rows[2]?.result).toBe('1');
    expect(rows[3]?.result).toBe('may fault');
    expect(rows[3]?.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['early-touch', 'hazard']]);
    expect(findingsOf(trace)).toEqual(['4 early-touch']);
    expect(rows[4]?.outcome).toBe('done');
  });

  test('a touch after the barriers goes through', () => {
    const trace = runOf(setup, [...events('E k1 D'), page('touch', 'k1')]);
    expect(summariesOf(trace).at(-1)?.result).toBe('through 1');
    expect(findingsOf(trace)).toEqual([]);
  });

  test('a store in interrupt goes out with its barriers, so that touching it there is safe', () => {
    const trace = runOf(setup, [...events('E k1'), irq(...events('k1'), page('touch', 'k1')), ...calls('D')]);
    expect(summariesOf(trace)[4]?.result).toBe('through 2');
    expect(findingsOf(trace)).toEqual([]);
  });

  test('an entry that was cleared again is not held back any more', () => {
    const trace = runOf(setup, [...events('E k1'), page('clear', 'k1')]);
    expect(trace.world.simulation.held(trace.end, 'k1')).toBeNull();
  });

  test('a stale translation lasts until the TLB is flushed, in a section as outside one', () => {
    const program = [...events('k1'), page('touch', 'k1'), page('clear', 'k1'), page('touch', 'k1')];
    for (const around of [program, [...calls('E'), ...program, ...calls('D')]]) {
      const trace = runOf(setup, [...around, { kind: 'tlb', op: 'flush-tlb' }, page('touch', 'k1')]);
      const touched = summariesOf(trace).flatMap(({ result }, slot) =>
        trace.rowAt(slot).event === program[3] ? [result] : [],
      );
      expect(touched).toEqual(['old 1']);
      expect(summariesOf(trace).at(-1)?.result).toBe('faults');
    }
  });

  test('a range of kernel entries owes its barriers once', () => {
    expect(summariesOf(runOf(setup, [page('set', 'k0', 7)]))[0]?.effects).toEqual([
      { kind: 'store', how: 'memory', entries: 8, cpu: 0 },
      { kind: 'barrier', how: 'dsb+isb', entries: 1, cpu: 0 },
    ]);
    expect(barriersIn(runOf(setup, [...calls('E'), page('set', 'k0', 7), ...calls('D')]))).toBe(1);
  });
});

test('A4 at 6.19: the inner leave flushes and ends batching, three pairs of barriers', () => {
  const trace = runOf({ revision: 'pre' }, events('E k1 E k2 D k3 k4 D'));
  expect(pendingIn(trace)).toEqual([0, 1, 1, 1, 0, 0, 0, 0]);
  expect(registerIn(trace, 'TIF_LAZY_MMU')).toEqual(['1', '1', '1', '1', '0', '0', '0', '0']);
  expect(barriersIn(trace)).toBe(3);
  expect(effectsOf(trace, 'flush')).toEqual(['dsb+isb']);
});

test('A4 at 7.0: the inner disable flushes and stays in the section, two pairs of barriers', () => {
  const trace = runOf({ revision: 'v6' }, events('E k1 E k2 D k3 k4 D'));
  expect(pendingIn(trace)).toEqual([0, 1, 1, 1, 0, 1, 1, 0]);
  expect(registerIn(trace, 'TIF_LAZY_MMU_PENDING')).toEqual(['0', '1', '1', '1', '0', '1', '1', '0']);
  expect(barriersIn(trace)).toBe(2);
  expect(summariesOf(trace)[4]?.callbacks).toMatchObject([{ callback: 'flush', saw: { enable_count: 1 } }]);
});

test('the flag of the mode went with the generic counters', () => {
  expect(registerIn(runOf({ revision: 'v6' }, calls('E')), 'TIF_LAZY_MMU')).toEqual([undefined]);
});

test('a nested enter and a second leave are tolerated before the series', () => {
  const trace = runOf({ revision: 'pre' }, calls('EEDD'));
  expect(registerIn(trace, 'TIF_LAZY_MMU')).toEqual(['1', '1', '0', '0']);
  expect(trace.end.over).toBeNull();
});

test('with bottom halves off the callbacks before the series return at once, as in interrupt', () => {
  const trace = runOf({ revision: 'pre' }, [{ kind: 'bh', state: 'off' }, ...events('E k1 D')]);
  expect(registerIn(trace, 'TIF_LAZY_MMU')).toEqual(['0', '0', '0', '0']);
  expect(summariesOf(trace).map(({ outcome }) => outcome)).toEqual(['done', 'ignored', 'done', 'ignored']);
  expect(barriersIn(trace)).toBe(1);
});
