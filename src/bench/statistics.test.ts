import { expect, test } from 'vitest';
import { measureTime, median } from './statistics.ts';

test('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 9, 2])).toBe(3);
});

test('measureTime runs its work and returns the value', () => {
  const { ms, value } = measureTime(() => 'done');
  expect(value).toBe('done');
  expect(ms).toBeGreaterThanOrEqual(0);
});
