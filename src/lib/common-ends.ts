/** The number of elements that two sequences share at each end, without overlap. */
export interface CommonEnds {
  readonly prefix: number;
  readonly suffix: number;
}

/** Counts the elements that two lists share at each end. */
export function commonEnds<T>(
  a: readonly T[],
  b: readonly T[],
  equal: (one: T, other: T) => boolean = Object.is,
): CommonEnds {
  const maxLength = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < maxLength && equal(a[prefix] as T, b[prefix] as T)) prefix += 1;
  let suffix = 0;
  while (suffix < maxLength - prefix && equal(a[a.length - 1 - suffix] as T, b[b.length - 1 - suffix] as T))
    suffix += 1;
  return { prefix, suffix };
}

/** Characters that are compared in one block. */
const BLOCK = 4096;

/** Counts the characters that two texts share at each end. */
export function commonEndsOfTexts(a: string, b: string): CommonEnds {
  const maxLength = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix + BLOCK <= maxLength && a.slice(prefix, prefix + BLOCK) === b.slice(prefix, prefix + BLOCK))
    prefix += BLOCK;
  while (prefix < maxLength && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix += 1;
  const rest = maxLength - prefix;
  const block = (text: string, suffix: number) => text.slice(text.length - suffix - BLOCK, text.length - suffix);
  let suffix = 0;
  while (suffix + BLOCK <= rest && block(a, suffix) === block(b, suffix)) suffix += BLOCK;
  while (suffix < rest && a.charCodeAt(a.length - 1 - suffix) === b.charCodeAt(b.length - 1 - suffix)) suffix += 1;
  return { prefix, suffix };
}
