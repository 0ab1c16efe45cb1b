/** Queue of states by program length: first in, first out within a length, four bytes per state. */
export interface BucketQueue {
  /** The greatest length that ever held a state; -1 if none did. */
  readonly longest: number;
  add(length: number, state: number): void;
  /** Removes and returns the first remaining state of a length; -1 if there is none. More may still be added. */
  take(length: number): number;
  /** Frees the bucket of a length. */
  drop(length: number): void;
}

interface Bucket {
  states: Uint32Array;
  count: number;
  taken: number;
}

const FIRST_CAPACITY = 16;

export function createBucketQueue(): BucketQueue {
  const buckets: (Bucket | undefined)[] = [];
  return {
    get longest() {
      return buckets.length - 1;
    },
    add(length, state) {
      buckets[length] ??= { states: new Uint32Array(FIRST_CAPACITY), count: 0, taken: 0 };
      const bucket = buckets[length];
      if (bucket.count === bucket.states.length) {
        const longer = new Uint32Array(bucket.count + (bucket.count >> 1));
        longer.set(bucket.states);
        bucket.states = longer;
      }
      bucket.states[bucket.count++] = state;
    },
    take(length) {
      const bucket = buckets[length];
      return bucket === undefined || bucket.taken === bucket.count ? -1 : (bucket.states[bucket.taken++] as number);
    },
    drop(length) {
      buckets[length] = undefined;
    },
  };
}
