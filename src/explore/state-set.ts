import { assert } from '../lib/assert.ts';
import { CHUNK, CHUNK_BITS } from './column.ts';

/**
 * States as fixed numbers of 32-bit words, each kept once: open addressing over typed arrays, so that a state costs its
 * words and five to seven and a half bytes of table, and no object.
 */
export interface StateSet {
  /** How many states there are; they are numbered 0 … size - 1 in the order in which they came. */
  readonly size: number;
  /** The number of a state, which is added if it is new. */
  add(words: ArrayLike<number>): number;
  /** Copies a state's words into a target of at least `width` words. */
  read(number: number, target: Uint32Array): void;
}

const FIRST_CAPACITY = 512;
/** How full the table may be, and how much longer it then becomes: between 5 and 7.5 bytes a state. */
const MOST_FULL = 0.8;
const GROWTH = 1.5;

/** A set of states of `width` words each. Words are taken as unsigned 32-bit numbers. */
export function stateSetOf(width: number): StateSet {
  assert(width > 0, 'a state has at least one word');
  let size = 0;
  const chunks: Uint32Array[] = [];
  /** 1 + the number of a state, and above it as many bits of its hash as there is room for; 0 is free. */
  let table = new Uint32Array(0);
  /** What turns a hash of 32 bits into a slot. */
  let scale = 0;
  let limit = 0;
  /** The bits of a slot that are the number. */
  let numberMask = 0;

  const resize = (capacity: number) => {
    // The old one is not needed to fill the new one, and is given up before that is there.
    table = new Uint32Array(0);
    table = new Uint32Array(capacity);
    scale = capacity / 2 ** 32;
    limit = Math.floor(capacity * MOST_FULL);
    numberMask = 2 ** Math.ceil(Math.log2(limit + 2)) - 1;
    const state = new Uint32Array(width);
    for (let number = 0; number < size; number++) {
      read(number, state);
      const hash = hashOf(state, width);
      let slot = Math.floor(hash * scale);
      while (table[slot] !== 0) slot = slot + 1 === capacity ? 0 : slot + 1;
      table[slot] = tagOf(hash) | (number + 1);
    }
  };
  /** Bits of a hash that do not choose the slot: what is not the same there need not be looked at. */
  const tagOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) & ~numberMask;
  const isSame = (number: number, state: ArrayLike<number>): boolean => {
    const chunk = chunks[number >>> CHUNK_BITS] as Uint32Array;
    let at = (number & (CHUNK - 1)) * width;
    for (let i = 0; i < width; i++) if (chunk[at++] !== (state[i] as number) >>> 0) return false;
    return true;
  };
  const read = (number: number, target: Uint32Array) => {
    const chunk = chunks[number >>> CHUNK_BITS] as Uint32Array;
    let at = (number & (CHUNK - 1)) * width;
    for (let i = 0; i < width; i++) target[i] = chunk[at++] as number;
  };
  const append = (state: ArrayLike<number>) => {
    if ((size & (CHUNK - 1)) === 0) chunks.push(new Uint32Array(CHUNK * width));
    const chunk = chunks[size >>> CHUNK_BITS] as Uint32Array;
    let at = (size & (CHUNK - 1)) * width;
    for (let i = 0; i < width; i++) chunk[at++] = state[i] as number;
    size += 1;
  };
  resize(FIRST_CAPACITY);

  return {
    get size() {
      return size;
    },
    add(state) {
      const hash = hashOf(state, width);
      const tag = tagOf(hash);
      let slot = Math.floor(hash * scale);
      for (;;) {
        const entry = table[slot] as number;
        if (entry === 0) break;
        if (((entry ^ tag) & ~numberMask) === 0) {
          const number = (entry & numberMask) - 1;
          if (isSame(number, state)) return number;
        }
        slot += 1;
        if (slot === table.length) slot = 0;
      }
      append(state);
      table[slot] = tag | size;
      if (size > limit) resize(Math.ceil(table.length * GROWTH));
      return size - 1;
    },
    read,
  };
}

/** FNV over the words, with a last mix so that the high bits, which choose the slot, depend on all. */
function hashOf(state: ArrayLike<number>, width: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < width; i++) {
    hash = Math.imul(hash ^ (state[i] as number), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2d);
  return hash >>> 0;
}
