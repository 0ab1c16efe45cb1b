import { expect, test } from 'vitest';
import { callMixes } from './calls.ts';
import { INITIAL_STATE, reduceCall } from './object-per-step.ts';

test.each(callMixes)('$title is deterministic and has the requested length', ({ make }) => {
  const calls = make(1000);
  expect(calls).toHaveLength(1000);
  expect(make(1000)).toEqual(calls);
  expect(new Set(calls).size).toBe(4);
});

test('the first mix is uniform, and the second keeps the helpers busy', () => {
  const [uniform = [], nested = []] = callMixes.map(({ make }) => make(20_000));
  const share = uniform.filter((call) => call === 'pause').length / uniform.length;
  expect(share).toBeGreaterThan(0.23);
  expect(share).toBeLessThan(0.27);
  const enables = nested.filter((call) => call === 'enable').length;
  const disables = nested.filter((call) => call === 'disable').length;
  expect(Math.abs(enables - disables)).toBeLessThan(nested.length * 0.02);
});

test('the reducer wraps its counters and reports when a check holds', () => {
  const under = reduceCall(INITIAL_STATE, 'disable');
  expect(under).toEqual({ enable_count: 255, pause_count: 0, callback: 'flush', held: true });
  expect(reduceCall(under, 'enable')).toEqual({ enable_count: 0, pause_count: 0, callback: null, held: true });
});
