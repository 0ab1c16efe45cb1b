/** Widths of a column in CSS pixels that can be chosen, narrow to wide; at the narrowest signs still stand apart. */
export const WIDTHS = [16, 28, 44, 64, 92, 128, 176] as const;

/** `fit`: as wide as shows the whole run, within the widths above. */
export type Zoom = (typeof WIDTHS)[number] | 'fit';

export const USUAL = 92 satisfies Zoom;

/** The next wider (1) or narrower (-1) zoom; null where there is none. */
export function zoomed(zoom: Zoom, by: 1 | -1): Zoom | null {
  return WIDTHS[WIDTHS.indexOf(zoom === 'fit' ? USUAL : zoom) + by] ?? null;
}

/** Px of a column where so many must stand in so much room. */
export function widthOf(zoom: Zoom, room: number, count: number): number {
  if (zoom !== 'fit') return zoom;
  const [least] = WIDTHS;
  return Math.max(least, Math.min(USUAL, Math.floor(room / Math.max(1, count))));
}
