import { createChunkedArray } from './chunked-array.ts';
import { createStateSet } from './state-set.ts';

/**
 * Summaries of what can happen between a push and its pop, as in the analysis of pushdown systems. A *frame* stands for
 * everything that one push can lead to. It does not depend on the stack below, so pushes that reach the same words
 * share a frame. Frame 0 is the bottom of the stack. Every pop out of a frame matches every push into it, and continues
 * in the frame of that push. Of several pushes from one frame, or pops with the same words, only the nearest matters.
 */
export interface CallSummaries {
  /** The frame that a push enters, from the words of the state after the push. */
  frameOf(words: Uint32Array): number;
  /** Copies the words of the state after the push into a frame other than 0. */
  readEntry(frame: number, target: Uint32Array): void;
  /** The number of the state after the push into a frame other than 0. */
  entryState(frame: number): number;
  setEntryState(frame: number, state: number): void;
  /** Memory that it holds, in bytes. */
  readonly bytes: number;
  /**
   * Records a push into a frame, made by a state of another frame; `length` is that of the state after the push. Calls
   * `onMatch` for every recorded pop that matches. Does nothing if a push from the same frame was as near.
   */
  addPush(
    frame: number,
    from: { readonly frame: number; readonly state: number },
    length: number,
    onMatch: MatchHandler,
  ): void;
  /**
   * Records a pop out of a frame: the popping state, its own words after the pop, and the length from the frame's entry
   * to there.
   */
  addPop(frame: number, state: number, words: Uint32Array, inner: number, onMatch: MatchHandler): void;
  /** The state that made a push. */
  pushingState(push: number): number;
}

/**
 * Receives a matching pop and push: own words after the pop, the frame below, the length there, the popping state, the
 * push.
 */
export type MatchHandler = (words: Uint32Array, below: number, length: number, from: number, push: number) => void;

/** `width` is the number of words per state; the first `own` of them do not belong to the stack. */
export function createCallSummaries(width: number, own: number): CallSummaries {
  const entries = createStateSet(width);
  const entryStates = createChunkedArray();
  const pushes = createKeyLists(createStateSet(2));
  const pops = createKeyLists(createStateSet(own + 1));
  const pair = new Uint32Array(2);
  const key = new Uint32Array(own + 1);
  const words = new Uint32Array(own + 1);

  const match = (pop: number, push: number, onMatch: MatchHandler) => {
    pops.keys.read(pop, words);
    pushes.keys.read(push, pair);
    const [, below = 0] = pair;
    onMatch(words, below, pushes.lengths.get(push) + pops.lengths.get(pop), pops.states.get(pop), push);
  };
  return {
    frameOf: (entry) => entries.add(entry) + 1,
    readEntry: (frame, target) => entries.read(frame - 1, target),
    entryState: entryStates.get,
    setEntryState: entryStates.set,
    get bytes() {
      return entries.bytes + entryStates.bytes + pushes.bytes + pops.bytes;
    },
    addPush(frame, from, length, onMatch) {
      pair[0] = frame;
      pair[1] = from.frame;
      const push = pushes.note(pair, frame, from.state, length);
      if (push < 0) return;
      for (let pop = pops.first(frame); pop >= 0; pop = pops.after(pop)) match(pop, push, onMatch);
    },
    addPop(frame, state, next, inner, onMatch) {
      for (let i = 0; i < own; i++) key[i] = next[i] as number;
      key[own] = frame;
      const pop = pops.note(key, frame, state, inner);
      if (pop < 0) return;
      for (let push = pushes.first(frame); push >= 0; push = pushes.after(push)) match(pop, push, onMatch);
    },
    pushingState: pushes.states.get,
  };
}

/** Distinct keys in one list per frame, each with the state that produced it at the least length. */
function createKeyLists(keys: ReturnType<typeof createStateSet>) {
  const states = createChunkedArray();
  const lengths = createChunkedArray();
  const firsts = createChunkedArray();
  const lasts = createChunkedArray();
  const nexts = createChunkedArray();
  return {
    keys,
    states,
    lengths,
    get bytes() {
      return [keys, states, lengths, firsts, lasts, nexts].reduce((sum, one) => sum + one.bytes, 0);
    },
    /** The number of a key; -1 if it is already known at this length or a lesser one. */
    note(key: Uint32Array, frame: number, state: number, length: number): number {
      const known = keys.size;
      const number = keys.add(key);
      if (number < known) {
        if (lengths.get(number) <= length) return -1;
      } else {
        const last = lasts.get(frame);
        if (last > 0) nexts.set(last - 1, number + 1);
        else firsts.set(frame, number + 1);
        lasts.set(frame, number + 1);
      }
      states.set(number, state);
      lengths.set(number, length);
      return number;
    },
    /** Iterates over a frame's keys in order of arrival; -1 after the last. */
    first: (frame: number): number => firsts.get(frame) - 1,
    after: (number: number): number => nexts.get(number) - 1,
  };
}
