import { expect, test } from 'vitest';
import { memoLast } from './memo.ts';

test('memoLast computes once for equal arguments and again for others', () => {
  let calls = 0;
  const pair = memoLast((a: object, b: number) => {
    calls += 1;
    return { a, b };
  });
  const one = {};
  expect(pair(one, 1)).toBe(pair(one, 1));
  expect(pair(one, 2)).not.toBe(pair({}, 2));
  expect(calls).toBe(3);
});
