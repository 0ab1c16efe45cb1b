/**
 * What a search needs to know of a space, and all that it knows: nothing here is about kernels.
 *
 * A space may have a *stack*, as nested sections have: a move that pushes remembers where it was made, one that pops
 * goes back to there. However deep the stack, the search keeps only its top, so that the space stays finite; it pairs
 * each pop with every push that can have led to it.
 */
export interface StateSpace {
  /** Words of a state, the last `stackWords` of which describe the top of the stack and change by push and pop alone. */
  readonly width: number;
  readonly stackWords: number;
  readonly initial: ArrayLike<number>;
  /** Hands every move from a state to `emit`, always in the same order. `state` and `next` may be overwritten afterwards. */
  moves(state: Uint32Array, emit: EmitMove): void;
  /** The same in words, for who has no time for a call a move; absent where the space does not have it so. */
  readonly encoded?: EncodedMoves;
}

/** Moves as words on a tape, without what they do to a stack. */
export interface EncodedMoves {
  /** Words of a state that are written as what is added to each of their four bytes, modulo 256; the others as they are. */
  readonly addedWords: number;
  /**
   * Where the moves from a state stand, until the next call. For each its number, its cost times 8 with GOAL where it is looked
   * for, and a word for each of the state behind it.
   */
  moves(state: Uint32Array): {
    readonly buffer: Uint32Array<ArrayBuffer>;
    readonly from: number;
    readonly until: number;
  };
}

export const GOAL_FLAG = 4;

/**
 * One move: its number (the space's own, 0 … 2^31 - 1), its cost in program length (0 … 253), the state behind it,
 * whether it is what is looked for, and what it does to the stack. Behind a pop the stack's words do not matter.
 */
export type EmitMove = (move: number, cost: number, next: ArrayLike<number>, goal: boolean, stack: StackMove) => void;

export type StackMove = 'keep' | 'push' | 'pop';

export interface Bounds {
  /** Longest program that is tried; infinite where there is no bound. */
  readonly maxLength: number;
  readonly maxStates: number;
}

/** After how many states who watches is asked. */
export const POLL_INTERVAL = 4096;

/** Who wants to know how far a search is, and may end it. Both are asked every few thousand states. */
export interface SearchMonitor {
  onProgress?(found: SearchProgress): void;
  isCancelled?(): boolean;
}

export interface SearchProgress {
  /** States found so far. */
  readonly states: number;
  /** Length of the programs that are tried now. */
  readonly length: number;
}

export type SearchResult =
  /** No move of the whole reachable space is what was looked for. */
  | {
      readonly verdict: 'holds';
      readonly states: number;
      /** Where the space has two parts that have nothing to do with each other: the states of each, of which all were tried. */
      readonly statesPerTask?: number;
    }
  /** A shortest path whose last move is. */
  | {
      readonly verdict: 'violated';
      readonly states: number;
      readonly length: number;
      readonly moves: readonly number[];
    }
  /** No such move was found, but not all were tried; all up to `length` were. */
  | {
      readonly verdict: 'bounded';
      readonly states: number;
      readonly length: number;
      readonly by: 'length' | 'states' | 'cancelled' | 'memory';
    };
