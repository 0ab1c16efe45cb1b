import { expect, test } from 'vitest';
import { measureTime, median } from './statistics.ts';

test('the median is the middle one, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 9, 2])).toBe(3);
});

test('what is timed is done, and its value comes back', () => {
  const { ms, value } = measureTime(() => 'done');
  expect(value).toBe('done');
  expect(ms).toBeGreaterThanOrEqual(0);
});
