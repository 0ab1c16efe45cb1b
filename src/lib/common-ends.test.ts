import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonEnds, commonEndsOfTexts } from './common-ends.ts';

test('the ends are as long as they can be, and do not overlap', () => {
  expect(commonEnds([1, 2, 3, 4], [1, 2, 5, 4])).toEqual({ prefix: 2, suffix: 1 });
  expect(commonEnds([1, 1], [1, 1, 1])).toEqual({ prefix: 2, suffix: 0 });
  expect(commonEnds([], [1])).toEqual({ prefix: 0, suffix: 0 });
});

test('texts share what their characters share, however long they are', () => {
  const piece = fc.string({ maxLength: 3 });
  const filling = fc.constantFrom('', 'enable\n'.repeat(700), 'x'.repeat(4096), 'x'.repeat(9000));
  fc.assert(
    fc.property(filling, piece, piece, filling, (head, one, other, tail) => {
      const [a, b] = [head + one + tail, head + other + tail];
      expect(commonEndsOfTexts(a, b)).toEqual(commonEnds(a.split(''), b.split('')));
    }),
  );
});
