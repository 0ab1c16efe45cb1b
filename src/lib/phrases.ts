/** Joins words as in a sentence: `a, b and c`. */
export const listOf = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** Formats a count with its noun: `1 finding`, `2 findings`. */
export const countOf = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Cuts a text that a message quotes to 40 characters. */
export const abbreviate = (text: string): string => (text.length > 40 ? `${text.slice(0, 37)}...` : text);
