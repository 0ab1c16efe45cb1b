import { describe, expect, test } from 'vitest';
import { calls, events, findingsOf, page, runOf, summariesOf, switchTo } from '../testing.ts';

const radix = { backend: 'powerpc-radix' };

test('the callbacks do not change preemption', () => {
  const trace = runOf(radix, calls('EE'));
  expect(trace.world.simulation.preemption(trace.end, 'A')).toBeNull();
});

test('a task can be preempted inside a section and resumes with its counters', () => {
  const trace = runOf(radix, [...events('E 1'), switchTo('B'), switchTo('A'), ...calls('D')]);
  expect(summariesOf(trace).map(({ outcome }) => outcome)).toEqual(Array(5).fill('done'));
  expect(trace.end.tasks.A?.fields.enable_count).toBe(0);
});

describe.each([['pre'], ['v6']])('%s', (revision) => {
  test('a stale translation lasts until the TLB flush, inside and outside a section', () => {
    const program = [...events('1'), page('touch', 1), page('clear', 1), page('touch', 1)];
    for (const around of [program, [...calls('E'), ...program, ...calls('D')]]) {
      const trace = runOf({ ...radix, revision }, [...around, { kind: 'tlb', op: 'flush-tlb' }, page('touch', 1)]);
      expect(summariesOf(trace).map(({ result }) => result)).toContain('old 1');
      expect(summariesOf(trace).at(-1)?.result).toBe('faults');
      expect(findingsOf(trace)).toEqual([]);
    }
  });
});
