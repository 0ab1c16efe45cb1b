import { bisectLeft, bisectRight } from 'd3';

/** Widths of a column in CSS pixels that can be chosen, narrow to wide; at the narrowest signs still stand apart. */
export const COLUMN_WIDTHS = [16, 28, 44, 64, 92, 128, 176] as const;

/** `fit`: as wide as shows the whole run, within the widths above; `usual`: what `usualWidth` says. */
export type Zoom = (typeof COLUMN_WIDTHS)[number] | 'fit' | 'usual';

const DEFAULT_WIDTH = 92 satisfies Zoom;
/** A name of most events is seen whole in it. */
const MIN_LEGIBLE_WIDTH = 64 satisfies Zoom;

/** Px of a column at first: a little narrower where that shows the whole of a short run, in so much room. */
export function defaultColumnWidth(room: number, count: number): number {
  const each = Math.floor(room / Math.max(1, count));
  return each < MIN_LEGIBLE_WIDTH ? DEFAULT_WIDTH : Math.min(DEFAULT_WIDTH, each);
}

/** The next wider (1) or narrower (-1) zoom; null where there is none. */
export function nextZoom(zoom: Zoom, by: 1 | -1): Zoom | null {
  const width = typeof zoom === 'number' ? zoom : DEFAULT_WIDTH;
  return COLUMN_WIDTHS[by === 1 ? bisectRight(COLUMN_WIDTHS, width) : bisectLeft(COLUMN_WIDTHS, width) - 1] ?? null;
}

/** Px of a column where so many must stand in so much room, and where this is the usual width. */
export function columnWidthAt(zoom: Zoom, room: number, count: number, usual: number): number {
  if (zoom === 'usual') return usual;
  if (zoom !== 'fit') return zoom;
  const [least] = COLUMN_WIDTHS;
  return Math.max(least, Math.min(DEFAULT_WIDTH, Math.floor(room / Math.max(1, count))));
}
