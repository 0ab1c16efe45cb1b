import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameOf } from './stage-frame.ts';

const hall = { width: 1840, height: 800, sceneHeight: 496 };

test('a short run is shown whole, at the largest scale that fits all lanes', () => {
  expect(frameOf({ ...hall, count: 6, slot: 3, first: 0 })).toEqual({
    first: 0,
    rows: 6,
    columnWidth: 170,
    scale: 1.6,
  });
});

test('a run that nearly fits is shown whole, a little smaller', () => {
  const notebook = { width: 860, height: 690, sceneHeight: 496, slot: 3, first: 0 };
  expect(frameOf({ ...notebook, count: 6 })).toMatchObject({ rows: 6, scale: 1.25 });
  expect(frameOf({ ...notebook, count: 9 })).toMatchObject({ rows: 5, scale: 1.35 });
});

test('a long run changes the page only when the playhead leaves it, and keeps the step before it visible', () => {
  const at = (slot: number, first: number) => frameOf({ ...hall, count: 100, slot, first }).first;
  const { rows } = frameOf({ ...hall, count: 100, slot: 0, first: 0 });
  expect(at(rows - 1, 0)).toBe(0);
  expect(at(rows, 0)).toBe(rows - 1);
  expect(at(rows, rows - 1)).toBe(rows - 1);
  expect(at(rows - 2, rows - 1)).toBe(0);
});

test('the playhead is always visible, on any screen', () => {
  fc.assert(
    fc.property(
      fc.record({
        width: fc.nat(4000),
        height: fc.nat(2400),
        sceneHeight: fc.integer({ min: 1, max: 3000 }),
        count: fc.integer({ min: 1, max: 100_000 }),
        first: fc.nat(100_000),
      }),
      fc.nat(),
      (given, pick) => {
        const slot = (pick % (given.count + 1)) - 1;
        const { first, rows, columnWidth, scale } = frameOf({ ...given, slot });
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first + rows).toBeLessThanOrEqual(given.count);
        expect(Math.max(0, slot)).toBeGreaterThanOrEqual(first);
        expect(Math.max(0, slot)).toBeLessThan(first + rows);
        expect(columnWidth).toBeGreaterThan(0);
        expect(scale).toBeGreaterThanOrEqual(1);
      },
    ),
  );
});
