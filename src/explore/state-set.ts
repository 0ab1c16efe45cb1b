import { assert } from '../lib/assert.ts';

/**
 * States as fixed numbers of 32-bit words, each kept once: open addressing over typed arrays, so that a state costs its
 * words and two to four bytes of table a word, and no object.
 */
export interface StateSet {
  /** How many states there are; they are numbered 0 … size - 1 in the order in which they came. */
  readonly size: number;
  /** The number of a state, which is added if it is new. */
  add(words: ArrayLike<number>): number;
  /** Copies a state's words into a target of `width` words. */
  read(number: number, target: Uint32Array): void;
}

const FIRST_CAPACITY = 256;

/** A set of states of `width` words each. Words are taken as unsigned 32-bit numbers. */
export function stateSetOf(width: number): StateSet {
  assert(width > 0, 'a state has at least one word');
  let size = 0;
  let words = new Uint32Array(FIRST_CAPACITY * width);
  /** 1 + the number of a state; 0 is free. Always a power of two, at most half full. */
  let table = new Uint32Array(FIRST_CAPACITY * 2);

  const slotOf = (state: ArrayLike<number>): number => {
    const mask = table.length - 1;
    let slot = hashOf(state, width) & mask;
    for (;;) {
      const number = table[slot] as number;
      if (number === 0 || isSame(number - 1, state)) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const isSame = (number: number, state: ArrayLike<number>): boolean => {
    for (let i = 0, at = number * width; i < width; i++, at++) {
      if (words[at] !== (state[i] as number) >>> 0) return false;
    }
    return true;
  };
  const grow = () => {
    const grown = new Uint32Array(words.length * 2);
    grown.set(words);
    words = grown;
    table = new Uint32Array(table.length * 2);
    for (let number = 0; number < size; number++) {
      table[slotOf(words.subarray(number * width, (number + 1) * width))] = number + 1;
    }
  };

  return {
    get size() {
      return size;
    },
    add(state) {
      const slot = slotOf(state);
      const known = table[slot] as number;
      if (known > 0) return known - 1;
      for (let i = 0; i < width; i++) words[size * width + i] = state[i] as number;
      size += 1;
      table[slot] = size;
      if (size * 2 === table.length) grow();
      return size - 1;
    },
    read(number, target) {
      for (let i = 0, at = number * width; i < width; i++, at++) target[i] = words[at] as number;
    },
  };
}

/** FNV over the words, with a last mix so that the low bits depend on all. */
function hashOf(state: ArrayLike<number>, width: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < width; i++) {
    hash = Math.imul(hash ^ (state[i] as number), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return (hash ^ (hash >>> 16)) >>> 0;
}
