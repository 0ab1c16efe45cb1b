import { expect, test } from 'vitest';
import { USUAL, WIDTHS, widthOf, zoomed } from './zoom.ts';

test('goes step by step from the narrowest to the widest and back', () => {
  const up = WIDTHS.map((width) => zoomed(width, 1));
  expect(up).toEqual([...WIDTHS.slice(1), null]);
  expect(zoomed(WIDTHS[0], -1)).toBeNull();
});

test('the whole run is as wide as the room has, never narrower than signs are, never wider than usual', () => {
  expect(widthOf('fit', 600, 10)).toBe(60);
  expect(widthOf('fit', 600, 3)).toBe(USUAL);
  expect(widthOf('fit', 600, 1000)).toBe(WIDTHS[0]);
  expect(widthOf('fit', 600, 0)).toBe(USUAL);
  expect(widthOf(128, 600, 1000)).toBe(128);
});

test('from the whole run, wider and narrower begin at the usual width', () => {
  expect([zoomed('fit', 1), zoomed('fit', -1)]).toEqual([128, 64]);
});
