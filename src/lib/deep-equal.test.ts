import { expect, test } from 'vitest';
import { deepEqual } from './deep-equal.ts';

test('plain data is compared by value', () => {
  expect(deepEqual({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
  for (const [a, b] of [
    [{ a: 1 }, { a: 2 }],
    [[1], [1, 2]],
    [[], {}],
    [null, {}],
    [{ a: 1 }, { b: 1 }],
  ])
    expect(deepEqual(a, b)).toBe(false);
});
