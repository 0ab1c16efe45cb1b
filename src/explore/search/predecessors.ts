import { createChunkedArray } from './chunked-array.ts';

/**
 * How each state of a search with a stack was first reached at its least length: 12 bytes a state. Its move is not kept: whoever
 * asks makes it again.
 */
export interface Predecessors {
  /**
   * Notes a way to a state: its parent, and for a state behind a pop the number of the push that it belongs to, from 1; 0
   * for all others. False where the state is settled or known at no greater length.
   */
  record(state: number, length: number, parent: number, push: number): boolean;
  /** Marks a state as done at this length; false where it was done before, or waits at a lesser one. */
  settle(state: number, length: number): boolean;
  lengthOf(state: number): number;
  parentOf(state: number): number;
  pushOf(state: number): number;
}

export function createPredecessors(): Predecessors {
  const parents = createChunkedArray();
  const pushes = createChunkedArray();
  /** 0: never met; else twice the length and 1, and 1 more where it is settled. */
  const marks = createChunkedArray();
  return {
    record(state, length, parent, push) {
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
    lengthOf: (state) => (marks.get(state) - 1) >>> 1,
    parentOf: parents.get,
    pushOf: pushes.get,
  };
}
