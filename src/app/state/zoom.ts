import { bisectLeft, bisectRight } from 'd3';

/** Widths of a column in CSS pixels that can be chosen, narrow to wide; at the narrowest signs still stand apart. */
export const WIDTHS = [16, 28, 44, 64, 92, 128, 176] as const;

/** `fit`: as wide as shows the whole run, within the widths above; `usual`: what `usualWidth` says. */
export type Zoom = (typeof WIDTHS)[number] | 'fit' | 'usual';

const USUAL = 92 satisfies Zoom;
/** A name of most events is seen whole in it. */
const LEGIBLE = 64 satisfies Zoom;

/** Px of a column at first: a little narrower where that shows the whole of a short run, in so much room. */
export function usualWidth(room: number, count: number): number {
  const each = Math.floor(room / Math.max(1, count));
  return each < LEGIBLE ? USUAL : Math.min(USUAL, each);
}

/** The next wider (1) or narrower (-1) zoom; null where there is none. */
export function zoomed(zoom: Zoom, by: 1 | -1): Zoom | null {
  const width = typeof zoom === 'number' ? zoom : USUAL;
  return WIDTHS[by === 1 ? bisectRight(WIDTHS, width) : bisectLeft(WIDTHS, width) - 1] ?? null;
}

/** Px of a column where so many must stand in so much room, and where this is the usual width. */
export function widthOf(zoom: Zoom, room: number, count: number, usual: number): number {
  if (zoom === 'usual') return usual;
  if (zoom !== 'fit') return zoom;
  const [least] = WIDTHS;
  return Math.max(least, Math.min(USUAL, Math.floor(room / Math.max(1, count))));
}
