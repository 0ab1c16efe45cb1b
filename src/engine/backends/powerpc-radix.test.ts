import { describe, expect, test } from 'vitest';
import { calls, events, findingsOf, page, runOf, summariesOf, switchTo } from '../testing.ts';

const radix = { backend: 'powerpc-radix' };

test('G1 with the option on: memory is new at once, nothing is flushed', () => {
  const rows = summariesOf(runOf(radix, [...events('E 1'), page('read', 1), ...calls('D')]));
  expect(rows[1]?.effects).toEqual([{ kind: 'store', how: 'memory', entries: 1, cpu: 0 }]);
  expect(rows[2]?.result).toBe('1');
  expect(rows.map(({ pending }) => pending)).toEqual([0, 0, 0, 0]);
  expect(rows.flatMap(({ effects }) => effects).filter(({ kind }) => kind === 'flush')).toEqual([]);
});

test('G2: the counters count, the callbacks do nothing, preemption is left alone', () => {
  const trace = runOf(radix, calls('EEDD'));
  const rows = summariesOf(trace);
  expect(rows.map(({ fields }) => fields.enable_count)).toEqual([1, 2, 1, 0]);
  expect(rows.flatMap(({ callbacks }) => callbacks.map(({ callback }) => callback))).toEqual([
    'enter',
    'flush',
    'leave',
  ]);
  expect(rows.flatMap(({ effects }) => effects)).toEqual([]);
  expect(trace.world.simulation.preemption(trace.end, 'A')).toBeNull();
  expect(findingsOf(trace)).toEqual([]);
});

test('G3: a pause outside a section is counted, and no callback runs', () => {
  const rows = summariesOf(runOf(radix, calls('PR')));
  expect(rows.map(({ fields }) => fields.pause_count)).toEqual([1, 0]);
  expect(rows.flatMap(({ callbacks }) => callbacks)).toEqual([]);
});

test('a task can be preempted inside a section, and goes on with its counters', () => {
  const trace = runOf(radix, [...events('E 1'), switchTo('B'), switchTo('A'), ...calls('D')]);
  expect(summariesOf(trace).map(({ outcome }) => outcome)).toEqual(Array(5).fill('done'));
  expect(trace.end.tasks.A?.fields.enable_count).toBe(0);
});

describe.each([['pre'], ['v6']])('%s', (revision) => {
  test('a stale translation lasts until the TLB flush, in a section as outside one', () => {
    const program = [...events('1'), page('touch', 1), page('clear', 1), page('touch', 1)];
    for (const around of [program, [...calls('E'), ...program, ...calls('D')]]) {
      const trace = runOf({ ...radix, revision }, [...around, { kind: 'tlb', op: 'flush-tlb' }, page('touch', 1)]);
      expect(summariesOf(trace).map(({ result }) => result)).toContain('old 1');
      expect(summariesOf(trace).at(-1)?.result).toBe('faults');
      expect(findingsOf(trace)).toEqual([]);
    }
  });
});
