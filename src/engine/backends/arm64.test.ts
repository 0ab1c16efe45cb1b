import { describe, expect, test } from 'vitest';
import {
  barriersIn,
  calls,
  events,
  findingsOf,
  irq,
  page,
  registerIn,
  runOf,
  summariesOf,
  switchTo,
} from '../testing.ts';

/** Mainline before the series, and after it. */
const ERAS = [
  { revision: 'pre', era: '6.19' },
  { revision: 'v6', era: '7.0' },
] as const;

describe.each(ERAS)('arm64 at $era', (setup) => {
  test('the CPU that a task leaves executes the dsb of the context switch too', () => {
    const trace = runOf(setup, [...events('E k1'), switchTo('A', 1), ...calls('D')]);
    expect(summariesOf(trace)[2]?.effects).toContainEqual({ kind: 'barrier', how: 'dsb(ish)', entries: 0, cpu: 0 });
    expect(summariesOf(trace)[3]?.effects).toEqual([
      { kind: 'flush', how: 'dsb+isb', of: 'barriers', entries: 1, cpu: 1 },
    ]);
  });

  test('an access after the barriers succeeds', () => {
    const trace = runOf(setup, [...events('E k1 D'), page('touch', 'k1')]);
    expect(summariesOf(trace).at(-1)?.result).toBe('through 1');
    expect(findingsOf(trace)).toEqual([]);
  });

  test('a store in interrupt has immediate barriers, so that an access there is safe', () => {
    const trace = runOf(setup, [...events('E k1'), irq(...events('k1'), page('touch', 'k1')), ...calls('D')]);
    expect(summariesOf(trace)[4]?.result).toBe('through 2');
    expect(findingsOf(trace)).toEqual([]);
  });

  test('an entry that was cleared again is no longer pending', () => {
    const trace = runOf(setup, [...events('E k1'), page('clear', 'k1')]);
    expect(trace.world.simulation.describePending(trace.end, 'k1')).toBeNull();
  });

  test('a stale translation lasts until the TLB is flushed, inside and outside a section', () => {
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

  test('a range of kernel entries needs its barriers only once', () => {
    expect(summariesOf(runOf(setup, [page('set', 'k0', 7)]))[0]?.effects).toEqual([
      { kind: 'store', how: 'memory', entries: 8, cpu: 0 },
      { kind: 'barrier', how: 'dsb+isb', entries: 1, cpu: 0 },
    ]);
    expect(barriersIn(runOf(setup, [...calls('E'), page('set', 'k0', 7), ...calls('D')]))).toBe(1);
  });
});

test('the generic counters replaced the flag of the mode', () => {
  expect(registerIn(runOf({ revision: 'v6' }, calls('E')), 'TIF_LAZY_MMU')).toEqual([undefined]);
});

test('a nested enter and a second leave are tolerated before the series', () => {
  const trace = runOf({ revision: 'pre' }, calls('EEDD'));
  expect(registerIn(trace, 'TIF_LAZY_MMU')).toEqual(['1', '1', '0', '0']);
  expect(trace.end.over).toBeNull();
});

test('with bottom halves disabled, the callbacks before the series return early, as in interrupt', () => {
  const trace = runOf({ revision: 'pre' }, [{ kind: 'bh', state: 'off' }, ...events('E k1 D')]);
  expect(registerIn(trace, 'TIF_LAZY_MMU')).toEqual(['0', '0', '0', '0']);
  expect(summariesOf(trace).map(({ outcome }) => outcome)).toEqual(['done', 'ignored', 'done', 'ignored']);
  expect(barriersIn(trace)).toBe(1);
});
