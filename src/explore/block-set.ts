import { bytesOf } from './column.ts';
import { stateSetOf } from './state-set.ts';

/**
 * States that are alike but for the lowest bits of their first word, in blocks of eight: counters go through all their values,
 * so that a block is nearly full, its words and its place in the table are paid once for eight, and a counter's next value
 * is found beside it. In a space where nothing is near anything, seven of eight numbers stay unused.
 */
export interface BlockSet {
  /** How many states there are. Their numbers are below eight times as many, in no order. */
  readonly size: number;
  /** The number of a state, which is added if it is new. */
  add(words: ArrayLike<number>): number;
  /** Copies a state's words into a target of at least `width` words. */
  read(number: number, target: Uint32Array): void;
}

const BITS = 3;
const LOW = (1 << BITS) - 1;

/** A set of states of `width` words each. Words are taken as unsigned 32-bit numbers. */
export function blockSetOf(width: number): BlockSet {
  const blocks = stateSetOf(width);
  /** Of each block, a bit for each state that is there. */
  const present = bytesOf();
  const key = new Uint32Array(width);
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(words) {
      const low = (words[0] as number) & LOW;
      key[0] = (words[0] as number) - low;
      for (let i = 1; i < width; i++) key[i] = words[i] as number;
      const block = blocks.add(key);
      const there = present.get(block);
      if ((there & (1 << low)) === 0) {
        present.set(block, there | (1 << low));
        size += 1;
      }
      return (block << BITS) | low;
    },
    read(number, target) {
      blocks.read(number >>> BITS, target);
      target[0] = (target[0] as number) | (number & LOW);
    },
  };
}
