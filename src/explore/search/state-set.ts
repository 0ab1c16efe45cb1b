import { assert } from '../../lib/assert.ts';
import { hashWords } from './hash.ts';

/**
 * A set of states, each a fixed number of 32-bit words: open addressing over typed arrays. A state costs its words and
 * five to ten bytes of table, and no object.
 */
export interface StateSet {
  /** Number of states; they are numbered 0 … size - 1 in order of arrival. */
  readonly size: number;
  /** Memory that it holds, in bytes. */
  readonly bytes: number;
  /** Returns the number of a state, and adds it if it is new. */
  add(words: ArrayLike<number>): number;
  /** Copies a state's words into a target of at least `width` words. */
  read(number: number, target: Uint32Array): void;
}

const FIRST_CAPACITY = 256;
/** Maximum load factor. */
const MAX_LOAD = 0.8;

/** Creates a set of states of `width` words each. Words are taken as unsigned 32-bit numbers. */
export function createStateSet(width: number): StateSet {
  assert(width > 0, 'a state has at least one word');
  let size = 0;
  let words = new Uint32Array(FIRST_CAPACITY * width);
  /**
   * 1 + state number in the low bits that index a slot, hash bits above them, which spare most comparisons. 0 is free.
   * The size is a power of two.
   */
  let table = new Int32Array(FIRST_CAPACITY);
  let limit = FIRST_CAPACITY * MAX_LOAD;

  const grow = () => {
    const mask = 2 * table.length - 1;
    // The old table is not needed for rehashing: release it before the new one is allocated.
    table = new Int32Array(0);
    table = new Int32Array(mask + 1);
    limit = table.length * MAX_LOAD;
    const state = new Uint32Array(width);
    for (let number = 0; number < size; number++) {
      read(number, state);
      const hash = hashWords(state, 0, width);
      let slot = hash & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = (hash & ~mask) | (number + 1);
    }
  };
  const append = (state: ArrayLike<number>) => {
    let at = size * width;
    if (at === words.length) {
      const longer = new Uint32Array((size + (size >> 1)) * width);
      longer.set(words);
      words = longer;
    }
    for (let i = 0; i < width; i++) words[at++] = state[i] as number;
    size += 1;
  };
  const read = (number: number, target: Uint32Array) => {
    let at = number * width;
    for (let i = 0; i < width; i++) target[i] = words[at++] as number;
  };

  return {
    get size() {
      return size;
    },
    get bytes() {
      return words.byteLength + table.byteLength;
    },
    add(state) {
      const hash = hashWords(state, 0, width);
      const mask = table.length - 1;
      let slot = hash & mask;
      for (let entry = table[slot] as number; entry !== 0; entry = table[slot] as number) {
        if (((entry ^ hash) & ~mask) === 0) {
          const number = (entry & mask) - 1;
          let at = number * width;
          let i = 0;
          while (i < width && words[at] === (state[i] as number) >>> 0) {
            i += 1;
            at += 1;
          }
          if (i === width) return number;
        }
        slot = (slot + 1) & mask;
      }
      append(state);
      table[slot] = (hash & ~mask) | size;
      if (size > limit) grow();
      return size - 1;
    },
    read,
  };
}
