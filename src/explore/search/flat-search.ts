import { assert } from '../../lib/assert.ts';
import { addBytes } from './add-bytes.ts';
import { bucketsOf } from './bucket-queue.ts';
import { columnOf } from './column.ts';
import { hashOf } from './hash.ts';
import { pathFinder } from './path.ts';
import { ASK_EVERY, type Bounds, GOAL, type Space, type Verdict, type Watcher } from './space.ts';
import { writtenMoves } from './written-moves.ts';

/** States that differ only in the lowest bits of their first word have numbers in a row, in a block of eight. */
const BLOCK_BITS = 3;
const LOW = (1 << BLOCK_BITS) - 1;
/** How full the table of blocks may be. */
const MOST_FULL = 0.8;

/** What a state's mark says beside the length at which it waits, from 2 on: never met, and done. */
const UNKNOWN = 0;
const SETTLED = 1;
/** Whatever waits is at most one move ahead of the search: its length modulo this is enough. */
const ROUND = 254;

/**
 * The search of a space without a stack. Counters go through all their values, so that blocks are nearly full: a block's words
 * and its place in the table are paid once for eight states, and a counter's next value is found beside it. A state
 * then costs a byte for its mark, four for its parent, and two for its share of the block; where nothing is near
 * anything, the unused numbers make it about sixty.
 *
 * One function, for what it works on is then in variables of its own, which is what makes it fast.
 */
export function searchFlat(space: Space, { maxLength, maxStates }: Bounds, watcher: Watcher): Verdict {
  const { width } = space;
  const written = writtenMoves(space);
  const { addedWords } = written;
  assert(width > 0, 'a state has at least one word');
  /** 1 + the number of a block in as many bits as say a slot, and above it its hash's; 0 is free. A power of two. */
  let table = new Int32Array(256);
  let mask = table.length - 1;
  let limit = table.length * MOST_FULL;
  let blocks = 0;
  let words = new Uint32Array(256 * width);
  let marks = new Uint8Array(256 << BLOCK_BITS);
  const parents = columnOf();
  const buckets = bucketsOf();
  const state = new Uint32Array(width);
  const next = new Uint32Array(width);
  let states = 0;
  let length = 0;
  let cut = false;
  /** The best so far; its length is infinite where there is none. */
  let goal = { from: -1, move: 0, length: Number.POSITIVE_INFINITY };

  const read = (number: number) => {
    const at = (number >>> BLOCK_BITS) * width;
    for (let i = 0; i < width; i++) state[i] = words[at + i] as number;
    state[0] = (state[0] as number) | (number & LOW);
  };
  const stopped = (by: 'states' | 'cancelled'): Verdict => {
    // Moves that cost nothing are still to come at this length, so that only shorter programs were all tried.
    return { verdict: 'bounded', states, length: Math.max(0, length - 1), by };
  };

  let root = -1;
  let expanded = 0;
  for (let number = -1; ; ) {
    // The moves of a state; before the first, the one to the initial state.
    let tape = START;
    let from = 0;
    let until = 1;
    if (number >= 0) {
      ({ tape, from, until } = written.moves(state));
    } else for (let i = 0; i < width; i++) next[i] = space.initial[i] as number;
    for (let at = from; at < until; ) {
      let reached = length;
      if (number >= 0) {
        const move = tape[at] as number;
        const how = tape[at + 1] as number;
        reached = length + (how >>> 3);
        if ((how & GOAL) !== 0) {
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
        for (let i = 0; i < addedWords; i++) next[i] = addBytes(state[i] as number, tape[at++] as number);
        for (let i = addedWords; i < width; i++) next[i] = tape[at++] as number;
      } else at += 1;

      const low = (next[0] as number) & LOW;
      next[0] = (next[0] as number) & ~LOW;
      const hash = hashOf(next, 0, width);
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
        if (block * width === words.length) words = longer(words, (block + (block >> 1)) * width);
        if (block << BLOCK_BITS === marks.length) marks = longer(marks, (block + (block >> 1)) << BLOCK_BITS);
        for (let i = 0; i < width; i++) words[block * width + i] = next[i] as number;
        table[slot] = (hash & ~mask) | blocks;
        if (blocks > limit) {
          table = tableOf(words, width, blocks, 2 * table.length);
          mask = table.length - 1;
          limit = table.length * MOST_FULL;
        }
      }

      const child = (block << BLOCK_BITS) | low;
      const mark = marks[child] as number;
      if (mark === SETTLED) continue;
      if (mark === UNKNOWN) states += 1;
      else if ((mark - 2 + ROUND - (length % ROUND)) % ROUND <= reached - length) continue;
      marks[child] = 2 + (reached % ROUND);
      parents.set(child, number);
      buckets.add(reached, child);
      if (number < 0) root = child;
    }

    if (number >= 0) {
      if (states > maxStates) return stopped('states');
      expanded += 1;
      if (expanded % ASK_EVERY === 0) {
        watcher.progress?.({ states, length });
        if (watcher.cancelled?.()) return stopped('cancelled');
      }
    }
    // The next one that waits at the least length, and was not done before.
    do {
      number = goal.length <= length ? -1 : buckets.take(length);
      while (number < 0 && goal.length > length + 1 && length < buckets.last) {
        buckets.drop(length);
        length += 1;
        number = buckets.take(length);
      }
    } while (number >= 0 && marks[number] !== 2 + (length % ROUND));
    if (number < 0) break;
    marks[number] = SETTLED;
    read(number);
  }

  if (goal.from >= 0) {
    const pathTo = pathFinder({
      ...{ space, root, read, words: state, levels: null },
      parentOf: parents.get,
      pushOf: () => 0,
      keptOf(number) {
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

function longer<T extends Uint32Array | Uint8Array>(array: T, length: number): T {
  const grown = new (array.constructor as new (length: number) => T)(length);
  grown.set(array);
  return grown;
}

/** A table of so many slots with all blocks in it. */
function tableOf(words: Uint32Array, width: number, blocks: number, slots: number): Int32Array<ArrayBuffer> {
  const table = new Int32Array(slots);
  const mask = slots - 1;
  for (let block = 0; block < blocks; block++) {
    const hash = hashOf(words, block * width, width);
    let slot = hash & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = (hash & ~mask) | (block + 1);
  }
  return table;
}
