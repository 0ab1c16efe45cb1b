import { createChunkedArray } from './chunked-array.ts';

/**
 * How a pushdown search first reached each state at its least length: 12 bytes per state. The move itself is not
 * stored; it is enumerated again when a path is reconstructed.
 */
export interface Predecessors {
  /**
   * Records a way to a state: its parent, and after a pop the number of the matching push, from 1, else 0. Returns
   * false if the state is settled or known at this length or a lesser one.
   */
  record(state: number, length: number, parent: number, push: number): boolean;
  /** Marks a state as expanded at this length. Returns false if it already was, or is queued at a lesser length. */
  settle(state: number, length: number): boolean;
  /** Memory that it holds, in bytes. */
  readonly bytes: number;
  lengthOf(state: number): number;
  parentOf(state: number): number;
  pushOf(state: number): number;
}

export function createPredecessors(): Predecessors {
  const parents = createChunkedArray();
  const pushes = createChunkedArray();
  /** 0: never seen; else 2 × length + 1, plus 1 once settled. */
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
    get bytes() {
      return parents.bytes + pushes.bytes + marks.bytes;
    },
    lengthOf: (state) => (marks.get(state) - 1) >>> 1,
    parentOf: parents.get,
    pushOf: pushes.get,
  };
}
