import { bytesOf, type Column, columnOf } from './column.ts';

/** How each state of a search was first reached at its least length. Its move is not kept: whoever asks makes it again. */
export interface Links {
  /**
   * Notes a way to a state: its parent, and for a state behind a pop the number of the push that it belongs to, from 1; 0
   * for all others. `now` is the length at which the search is. False where the state is settled or known at no greater length.
   */
  put(state: number, length: number, now: number, parent: number, push: number): boolean;
  /** Marks a state as done at this length; false where it was done before, or waits at a lesser one. */
  settle(state: number, length: number): boolean;
  parentOf(state: number): number;
}

/** The longest move that links of five bytes can hold. */
export const LONGEST_MOVE = 253;

/**
 * Links of 5 bytes a state: whatever waits is at most one move ahead of the search, so that a byte tells its length; of what
 * is settled nobody asks it.
 */
export function shortLinks(): Links {
  const parents = columnOf();
  /** 0: never met; 1: settled; from 2 on: waits at a length with this remainder. */
  const marks = bytesOf();
  const ROUND = LONGEST_MOVE + 1;
  return {
    put(state, length, now, parent) {
      const mark = marks.get(state);
      if (mark === 1) return false;
      if (mark > 1 && (mark - 2 + ROUND - (now % ROUND)) % ROUND <= length - now) return false;
      marks.set(state, 2 + (length % ROUND));
      parents.set(state, parent);
      return true;
    },
    settle(state, length) {
      if (marks.get(state) !== 2 + (length % ROUND)) return false;
      marks.set(state, 1);
      return true;
    },
    parentOf: parents.get,
  };
}

/** Links of 12 bytes a state, which know every length for good: what lies above a push is reached again from elsewhere. */
export function longLinks(): Links & { lengthOf(state: number): number; readonly pushes: Column } {
  const parents = columnOf();
  const pushes = columnOf();
  /** 0: never met; else twice the length and 1, and 1 more where it is settled. */
  const marks = columnOf();
  return {
    put(state, length, _now, parent, push) {
      const mark = marks.get(state);
      if (mark > 0 && (mark - 1) >>> 1 <= length) return false;
      marks.set(state, 2 * length + 1);
      parents.set(state, parent);
      pushes.set(state, push);
      return true;
    },
    settle(state, length) {
      if (marks.get(state) !== 2 * length + 1) return false;
      marks.set(state, 2 * length + 2);
      return true;
    },
    parentOf: parents.get,
    lengthOf: (state) => (marks.get(state) - 1) >>> 1,
    pushes,
  };
}
