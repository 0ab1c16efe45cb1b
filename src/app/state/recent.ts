/** Limit of the remembered entries of the palette. */
export const MAX_RECENT = 6;

/** Puts an entry first among the recent ones. In a file of its own, because the palette is loaded lazily. */
export const addRecent = (recent: readonly string[], id: string): readonly string[] =>
  [id, ...recent.filter((other) => other !== id)].slice(0, MAX_RECENT);
