import { expect, test } from 'vitest';
import { COLUMN_WIDTHS, columnWidthAt, defaultColumnWidth, nextZoom } from './zoom.ts';

test('zooming goes step by step from the narrowest to the widest and back', () => {
  const up = COLUMN_WIDTHS.map((width) => nextZoom(width, 1, 100));
  expect(up).toEqual([...COLUMN_WIDTHS.slice(1), null]);
  expect(nextZoom(COLUMN_WIDTHS[0], -1, 100)).toBeNull();
});

test('the whole run fits the width, never narrower than symbols, never wider than usual', () => {
  const width = (count: number) => columnWidthAt('fit', 600, count, 70);
  expect([10, 3, 1000, 0].map(width)).toEqual([60, 92, COLUMN_WIDTHS[0], 92]);
  expect([columnWidthAt(128, 600, 1000, 70), columnWidthAt('usual', 600, 1000, 70)]).toEqual([128, 70]);
});

test('a short run is shown whole at first, as long as names are legible', () => {
  const width = (count: number) => defaultColumnWidth(550, count);
  expect([0, 3, 5, 6, 8, 9, 1000].map(width)).toEqual([92, 92, 92, 91, 68, 92, 92]);
  // Before the page has been laid out.
  expect(defaultColumnWidth(0, 6)).toBe(92);
});

test('wider and narrower count from the usual width', () => {
  for (const zoom of ['fit', 'usual'] as const)
    expect([nextZoom(zoom, 1, 100), nextZoom(zoom, -1, 100)]).toEqual([128, 64]);
});

test('no run is wider than what a browser shows of an element, at any zoom', () => {
  for (const count of [100_000, 184_000, 364_715, 1_000_000]) {
    for (const zoom of [...COLUMN_WIDTHS, 'fit', 'usual'] as const) {
      expect(count * columnWidthAt(zoom, 600, count, 92)).toBeLessThanOrEqual(17_000_000);
    }
  }
  expect([nextZoom('usual', 1, 1_000_000), nextZoom('usual', 1, 300_000), nextZoom('usual', -1, 300_000)]).toEqual([
    ...[null, null, 44],
  ]);
});
