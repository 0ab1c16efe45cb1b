import { bisectLeft, bisectRight } from 'd3';

/** Column widths in CSS pixels, narrow to wide; at the narrowest marks still stand apart. */
export const COLUMN_WIDTHS = [16, 28, 44, 64, 92, 128, 176] as const;

/** `fit` shows the whole run if the limits of the widths allow it; `usual` is `defaultColumnWidth`. */
export type Zoom = (typeof COLUMN_WIDTHS)[number] | 'fit' | 'usual';

const DEFAULT_WIDTH = 92 satisfies Zoom;
/** The name of most events fits in it. */
const MIN_LEGIBLE_WIDTH = 64 satisfies Zoom;

/** The default column width in px, a little narrower where that shows the whole of a short run. */
export function defaultColumnWidth(room: number, count: number): number {
  const each = Math.floor(room / Math.max(1, count));
  return each < MIN_LEGIBLE_WIDTH ? DEFAULT_WIDTH : Math.min(DEFAULT_WIDTH, each);
}

/** Browsers cut what is wider: Firefox at 17.9 million px, Chromium and Safari at 33.5 million. */
const MAX_EXTENT = 17_000_000;

/** The widest that so many columns can be, in px. */
const widestOf = (count: number): number => Math.max(COLUMN_WIDTHS[0], Math.floor(MAX_EXTENT / Math.max(1, count)));

/** The next wider (1) or narrower (-1) zoom of so many columns; null for none. */
export function nextZoom(zoom: Zoom, by: 1 | -1, count: number): Zoom | null {
  const widest = widestOf(count);
  const width = Math.min(typeof zoom === 'number' ? zoom : DEFAULT_WIDTH, widest);
  const next = COLUMN_WIDTHS[by === 1 ? bisectRight(COLUMN_WIDTHS, width) : bisectLeft(COLUMN_WIDTHS, width) - 1];
  return next === undefined || next > widest ? null : next;
}

/** The column width in px at a zoom, for `count` columns in `room` px. */
export function columnWidthAt(zoom: Zoom, room: number, count: number, usual: number): number {
  const widest = widestOf(count);
  if (zoom === 'usual') return Math.min(usual, widest);
  if (zoom !== 'fit') return Math.min(zoom, widest);
  const [least] = COLUMN_WIDTHS;
  return Math.max(least, Math.min(DEFAULT_WIDTH, widest, Math.floor(room / Math.max(1, count))));
}
