import { expect, test } from 'vitest';
import { pngSize } from './png-size.ts';

test('a PNG has the requested scale, or the largest one that a canvas can hold', () => {
  expect(pngSize({ width: 700, height: 500 }, 2)).toEqual({ width: 1400, height: 1000 });
  const long = pngSize({ width: 20_000, height: 100 }, 2);
  expect(long).toEqual({ width: 16_384, height: 81 });
  const large = pngSize({ width: 6000, height: 1200 }, 2);
  expect(large.width * large.height).toBeLessThanOrEqual(16_777_216);
  expect(large.width / large.height).toBeCloseTo(5, 2);
});
