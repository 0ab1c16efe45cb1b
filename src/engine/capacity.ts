/** How full something is: `3 of 192`, and with an override `3 of 4 (really 192)`. */
export const fillText = (count: number, real: number, override: number | null): string =>
  override === null ? `${count} of ${real}` : `${count} of ${override} (really ${real})`;
