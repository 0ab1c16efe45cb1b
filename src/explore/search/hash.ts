/** Hashes 32-bit words: multiplies each one in and folds, so that every bit depends on all others. */
export function hashWords(words: ArrayLike<number>, from: number, width: number): number {
  let hash = 0x11c9dc5;
  for (let at = from; at < from + width; at++) {
    hash = Math.imul(hash ^ (words[at] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
