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

/** The next wider (1) or narrower (-1) zoom; null for none. */
export function nextZoom(zoom: Zoom, by: 1 | -1): Zoom | null {
  const width = typeof zoom === 'number' ? zoom : DEFAULT_WIDTH;
  return COLUMN_WIDTHS[by === 1 ? bisectRight(COLUMN_WIDTHS, width) : bisectLeft(COLUMN_WIDTHS, width) - 1] ?? null;
}

/** The column width in px at a zoom, for `count` columns in `room` px. */
export function columnWidthAt(zoom: Zoom, room: number, count: number, usual: number): number {
  if (zoom === 'usual') return usual;
  if (zoom !== 'fit') return zoom;
  const [least] = COLUMN_WIDTHS;
  return Math.max(least, Math.min(DEFAULT_WIDTH, Math.floor(room / Math.max(1, count))));
}
