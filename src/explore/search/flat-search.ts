import { assert } from '../../lib/assert.ts';
import { addBytes } from './add-bytes.ts';
import { createBucketQueue } from './bucket-queue.ts';
import { createChunkedArray } from './chunked-array.ts';
import { encodeMoves } from './encode-moves.ts';
import { hashWords } from './hash.ts';
import { createPathFinder } from './path.ts';
import { createPoll } from './poll.ts';
import { type Bounds, GOAL_FLAG, type SearchMonitor, type SearchResult, type StateSpace } from './space.ts';

/** States that differ only in the lowest bits of their first word share a block of eight consecutive numbers. */
const BLOCK_BITS = 3;
const LOW_BITS = (1 << BLOCK_BITS) - 1;
/** Maximum load factor of the hash table of blocks. */
const MAX_LOAD = 0.8;

/**
 * Marks of a state that is not queued: never seen, or expanded. From 2 on, a mark is the length at which the state is
 * queued.
 */
const UNSEEN = 0;
const SETTLED = 1;
/** A queued state is at most one move ahead of the search, so its length modulo this number identifies it. */
const LENGTH_MODULUS = 254;

/**
 * Searches a space without a stack. Counters take all their values, so blocks are nearly full: eight states share a
 * block's words and its table slot, and a counter's next value is found beside it. A state then costs one byte for its
 * mark, four for its parent and two for its share of the block. Where states are scattered, unused numbers raise that
 * to about sixty bytes.
 *
 * This is a single function on purpose: keeping all state in its local variables makes it fast.
 */
export function searchFlat(space: StateSpace, bounds: Bounds, monitor: SearchMonitor): SearchResult {
  const { width } = space;
  const { maxLength, maxStates } = bounds;
  const encoded = encodeMoves(space);
  const { addedWords } = encoded;
  assert(width > 0, 'a state has at least one word');
  /**
   * Open-addressing table: 1 + block number in the low bits that index a slot, hash bits above them; 0 is free. The
   * size is a power of two.
   */
  let table = new Int32Array(256);
  let mask = table.length - 1;
  let limit = table.length * MAX_LOAD;
  let blocks = 0;
  let words = new Uint32Array(256 * width);
  let marks = new Uint8Array(256 << BLOCK_BITS);
  const parents = createChunkedArray();
  const queue = createBucketQueue();
  const state = new Uint32Array(width);
  const next = new Uint32Array(width);
  let states = 0;
  let length = 0;
  let cut = false;
  /** The best goal so far; its length is infinite if there is none. */
  let goal = { from: -1, move: 0, length: Number.POSITIVE_INFINITY };

  const read = (number: number) => {
    const at = (number >>> BLOCK_BITS) * width;
    for (let i = 0; i < width; i++) state[i] = words[at + i] as number;
    state[0] = (state[0] as number) | (number & LOW_BITS);
  };
  const poll = createPoll(
    bounds,
    monitor,
    () => table.byteLength + words.byteLength + marks.byteLength + parents.bytes + queue.bytes + (space.bytes?.() ?? 0),
  );
  const stopped = (by: 'states' | 'cancelled' | 'budget'): SearchResult => {
    // Moves of cost 0 may still be pending at this length, so only shorter programs were searched exhaustively.
    return { verdict: 'bounded', states, length: Math.max(0, length - 1), by };
  };

  let root = -1;
  for (let number = -1; ; ) {
    // Moves of the current state; in the first iteration, a pseudo-move to the initial state.
    let buffer = START;
    let from = 0;
    let until = 1;
    if (number >= 0) {
      ({ buffer, from, until } = encoded.moves(state));
    } else for (let i = 0; i < width; i++) next[i] = space.initial[i] as number;
    for (let at = from; at < until; ) {
      let reached = length;
      if (number >= 0) {
        const move = buffer[at] as number;
        const how = buffer[at + 1] as number;
        reached = length + (how >>> 3);
        if ((how & GOAL_FLAG) !== 0) {
          if (reached > maxLength) cut = true;
          else if (reached < goal.length) goal = { from: number, move, length: reached };
          at += 2 + width;
          continue;
        }
        if (reached > maxLength) {
          cut = true;
          at += 2 + width;
          continue;
        }
        at += 2;
        for (let i = 0; i < addedWords; i++) next[i] = addBytes(state[i] as number, buffer[at++] as number);
        for (let i = addedWords; i < width; i++) next[i] = buffer[at++] as number;
      } else at += 1;

      const low = (next[0] as number) & LOW_BITS;
      next[0] = (next[0] as number) & ~LOW_BITS;
      const hash = hashWords(next, 0, width);
      let slot = hash & mask;
      let block = -1;
      for (let entry = table[slot] as number; entry !== 0; entry = table[slot] as number) {
        if (((entry ^ hash) & ~mask) === 0) {
          const candidate = (entry & mask) - 1;
          const start = candidate * width;
          let i = 0;
          while (i < width && words[start + i] === next[i]) i += 1;
          if (i === width) {
            block = candidate;
            break;
          }
        }
        slot = (slot + 1) & mask;
      }
      if (block < 0) {
        block = blocks++;
        if (block * width === words.length) words = grow(words, (block + (block >> 1)) * width);
        if (block << BLOCK_BITS === marks.length) marks = grow(marks, (block + (block >> 1)) << BLOCK_BITS);
        for (let i = 0; i < width; i++) words[block * width + i] = next[i] as number;
        table[slot] = (hash & ~mask) | blocks;
        if (blocks > limit) {
          table = buildTable(words, width, blocks, 2 * table.length);
          mask = table.length - 1;
          limit = table.length * MAX_LOAD;
        }
      }

      const child = (block << BLOCK_BITS) | low;
      const mark = marks[child] as number;
      if (mark === SETTLED) continue;
      if (mark === UNSEEN) states += 1;
      else if ((mark - 2 + LENGTH_MODULUS - (length % LENGTH_MODULUS)) % LENGTH_MODULUS <= reached - length) continue;
      marks[child] = 2 + (reached % LENGTH_MODULUS);
      parents.set(child, number);
      queue.add(reached, child);
      if (number < 0) root = child;
    }

    if (number >= 0) {
      if (states > maxStates) return stopped('states');
      const why = poll(states, length);
      if (why !== null) return stopped(why);
    }
    // Take the next state of least length that has not been expanded.
    do {
      number = goal.length <= length ? -1 : queue.take(length);
      while (number < 0 && goal.length > length + 1 && length < queue.longest) {
        queue.drop(length);
        length += 1;
        number = queue.take(length);
      }
    } while (number >= 0 && marks[number] !== 2 + (length % LENGTH_MODULUS));
    if (number < 0) break;
    marks[number] = SETTLED;
    read(number);
  }

  if (goal.from >= 0) {
    const pathTo = createPathFinder({
      ...{ space, root, read, words: state, summaries: null },
      parentOf: parents.get,
      pushOf: () => 0,
      storedWords(number) {
        read(number);
        return state.slice();
      },
    });
    return { verdict: 'violated', states, length: goal.length, moves: [...pathTo(goal.from), goal.move] };
  }
  if (cut) return { verdict: 'bounded', states, length: maxLength, by: 'length' };
  return { verdict: 'holds', states };
}

const START = new Uint32Array(1);

function grow<T extends Uint32Array | Uint8Array>(array: T, length: number): T {
  const grown = new (array.constructor as new (length: number) => T)(length);
  grown.set(array);
  return grown;
}

/** Builds a table of the given size that contains all blocks. */
function buildTable(words: Uint32Array, width: number, blocks: number, slots: number): Int32Array<ArrayBuffer> {
  const table = new Int32Array(slots);
  const mask = slots - 1;
  for (let block = 0; block < blocks; block++) {
    const hash = hashWords(words, block * width, width);
    let slot = hash & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = (hash & ~mask) | (block + 1);
  }
  return table;
}
