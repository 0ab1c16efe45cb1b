import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonEnds, commonEndsOfTexts } from './common-ends.ts';

test('the common ends are as long as possible and do not overlap', () => {
  expect(commonEnds([1, 2, 3, 4], [1, 2, 5, 4])).toEqual({ prefix: 2, suffix: 1 });
  expect(commonEnds([1, 1], [1, 1, 1])).toEqual({ prefix: 2, suffix: 0 });
  expect(commonEnds([], [1])).toEqual({ prefix: 0, suffix: 0 });
});

test('the common ends of texts equal those of their characters at any length', () => {
  const piece = fc.string({ maxLength: 3 });
  const filling = fc.constantFrom('', 'enable\n'.repeat(700), 'x'.repeat(4096), 'x'.repeat(9000));
  fc.assert(
    fc.property(filling, piece, piece, filling, (head, one, other, tail) => {
      const [a, b] = [head + one + tail, head + other + tail];
      expect(commonEndsOfTexts(a, b)).toEqual(commonEnds(a.split(''), b.split('')));
    }),
  );
});
