/** Integers from 0 to below `limit`. */
export type Random = (limit: number) => number;

/** Creates a reproducible source of numbers: xorshift (Marsaglia 2003). The seed must not be 0. */
export function createRandom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** Draws one of several values. */
export const drawFrom = <T>(random: Random, values: readonly T[]): T => values[random(values.length)] as T;
