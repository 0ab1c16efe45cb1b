/** States that wait, by the length of their program: in the order in which they came, four bytes each. */
export interface BucketQueue {
  /** The longest length at which any waited; -1 where none ever did. */
  readonly longest: number;
  add(length: number, state: number): void;
  /** Takes the first of a length that was not taken; -1 where there is none now. More may come. */
  take(length: number): number;
  /** Forgets those of a length. */
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
