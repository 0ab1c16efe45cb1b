/** Queue of states by program length: first in, first out within a length, four bytes per state. */
export interface BucketQueue {
  /** The greatest length that ever held a state; -1 if none did. */
  readonly longest: number;
  /** Memory that it holds, in bytes. */
  readonly bytes: number;
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
  let bytes = 0;
  return {
    get longest() {
      return buckets.length - 1;
    },
    get bytes() {
      return bytes;
    },
    add(length, state) {
      let bucket = buckets[length];
      if (bucket === undefined) {
        bucket = { states: new Uint32Array(FIRST_CAPACITY), count: 0, taken: 0 };
        buckets[length] = bucket;
        bytes += bucket.states.byteLength;
      }
      if (bucket.count === bucket.states.length) {
        const longer = new Uint32Array(bucket.count + (bucket.count >> 1));
        longer.set(bucket.states);
        bytes += longer.byteLength - bucket.states.byteLength;
        bucket.states = longer;
      }
      bucket.states[bucket.count++] = state;
    },
    take(length) {
      const bucket = buckets[length];
      return bucket === undefined || bucket.taken === bucket.count ? -1 : (bucket.states[bucket.taken++] as number);
    },
    drop(length) {
      bytes -= buckets[length]?.states.byteLength ?? 0;
      buckets[length] = undefined;
    },
  };
}
