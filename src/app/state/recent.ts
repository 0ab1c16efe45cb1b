/** How many entries of the palette are remembered as used. */
export const MOST_RECENT = 6;

/** What was used last, once this was; apart from the palette, which is loaded only when it is asked for. */
export const addRecent = (recent: readonly string[], id: string): readonly string[] =>
  [id, ...recent.filter((other) => other !== id)].slice(0, MOST_RECENT);
