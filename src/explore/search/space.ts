/**
 * A state space, as a search sees it; nothing here is specific to kernels.
 *
 * A space may have a *stack*, as nested sections do: a push remembers the state it came from, a pop returns to it. The
 * search keeps only the top of the stack, so the space stays finite at any depth; it matches each pop with every push
 * that can have led to it.
 */
export interface StateSpace {
  /** Words per state. The last `stackWords` describe the top of the stack, and only a push or a pop changes them. */
  readonly width: number;
  readonly stackWords: number;
  readonly initial: ArrayLike<number>;
  /**
   * Passes every move from a state to `emit`, always in the same order. `state` and `next` may be overwritten
   * afterwards.
   */
  moves(state: Uint32Array, emit: EmitMove): void;
  /** Memory that the space holds, in bytes: what it computed of its moves. Absent where it holds none. */
  bytes?(): number;
  /** The same moves encoded as words, which saves a call per move. Absent where a space has no such encoding. */
  readonly encoded?: EncodedMoves;
}

/** Moves encoded as words, without their effect on a stack. */
export interface EncodedMoves {
  /**
   * The first words of a state that are encoded as differences, added to each of their four bytes modulo 256; the
   * others are absolute.
   */
  readonly addedWords: number;
  /**
   * The range that holds the moves from a state, valid until the next call. Each move is its number, its cost × 8 (plus
   * GOAL_FLAG if it reaches a goal), and one word per word of the next state.
   */
  moves(state: Uint32Array): {
    readonly buffer: Uint32Array<ArrayBuffer>;
    readonly from: number;
    readonly until: number;
  };
}

export const GOAL_FLAG = 4;

/**
 * One move: its number (assigned by the space, 0 … 2^31 - 1), its cost in program length (0 … 253), the next state,
 * whether it reaches a goal, and its effect on the stack. After a pop, the stack words of `next` are ignored.
 */
export type EmitMove = (move: number, cost: number, next: ArrayLike<number>, goal: boolean, stack: StackMove) => void;

export type StackMove = 'keep' | 'push' | 'pop';

export interface Bounds {
  /** Maximum program length; may be infinite. */
  readonly maxLength: number;
  readonly maxStates: number;
  /** Memory in bytes at which the search stops; no limit without it. It is tested every few thousand states. */
  readonly maxBytes?: number;
}

/** Number of expanded states between two calls of the monitor. */
export const POLL_INTERVAL = 4096;

/** Observes the progress of a search and can cancel it. Both callbacks run every few thousand states. */
export interface SearchMonitor {
  onProgress?(found: SearchProgress): void;
  isCancelled?(): boolean;
}

export interface SearchProgress {
  /** States found so far. */
  readonly states: number;
  /** Program length that is being searched. */
  readonly length: number;
  /** Memory by which the process has grown, in bytes; absent where it is not counted. */
  readonly bytes?: number;
}

export type SearchResult =
  /** No reachable move leads to a goal. */
  | {
      readonly verdict: 'holds';
      readonly states: number;
      /** If the space is the product of two independent tasks: the states of one, all of which were searched. */
      readonly statesPerTask?: number;
    }
  /** A shortest path whose last move reaches a goal. */
  | {
      readonly verdict: 'violated';
      readonly states: number;
      readonly length: number;
      readonly moves: readonly number[];
    }
  /** No goal was found, but the search is incomplete; every program up to `length` was searched. */
  | {
      readonly verdict: 'bounded';
      readonly states: number;
      readonly length: number;
      /** `budget`: it reached `maxBytes`; `memory`: an allocation failed. */
      readonly by: 'length' | 'states' | 'cancelled' | 'budget' | 'memory';
    };
