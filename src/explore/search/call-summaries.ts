import { createChunkedArray } from './chunked-array.ts';
import { createStateSet } from './state-set.ts';

/**
 * What lies above each push of a search with a stack. A *level* is everything that one push can lead to, and does not depend
 * on what is below it: pushes to the same words share it. Level 0 is the bottom. Each pop of a level goes with each of its
 * pushes, and what that leads to is said by the level from which was pushed: so of the pushes from one level, and of the
 * pops with the same words behind them, only the nearest counts.
 */
export interface CallSummaries {
  /** The level behind a push, by the words of the state behind it. */
  frameOf(words: Uint32Array): number;
  /** Copies the words of the state behind a level's push; a level above 0. */
  readEntry(level: number, target: Uint32Array): void;
  /** The state behind a level's push; a level above 0. */
  entryState(level: number): number;
  setEntryState(level: number, state: number): void;
  /**
   * Notes a push into a level from a state of another, which stands at a length behind it. Hands every pop that it meets to
   * `meet`, as it was noted; nothing where a push from that level was as near.
   */
  addPush(
    level: number,
    from: { readonly level: number; readonly state: number },
    length: number,
    meet: MatchHandler,
  ): void;
  /** Notes a pop out of a level: the state that pops, the own words behind, and the length from the entry to there. */
  addPop(level: number, state: number, words: Uint32Array, inner: number, meet: MatchHandler): void;
  /** The state that made a push. */
  pushingState(push: number): number;
}

/** A pop and a push that go together: the own words behind the pop, the level below, the length there, the state that pops. */
export type MatchHandler = (words: Uint32Array, below: number, length: number, from: number, push: number) => void;

/** `width`: words of a state, of which `own` are not the stack's. */
export function createCallSummaries(width: number, own: number): CallSummaries {
  const entries = createStateSet(width);
  const entryStates = createChunkedArray();
  const pushes = createKeyLists(createStateSet(2));
  const pops = createKeyLists(createStateSet(own + 1));
  const pair = new Uint32Array(2);
  const key = new Uint32Array(own + 1);
  const words = new Uint32Array(own + 1);

  const match = (pop: number, push: number, meet: MatchHandler) => {
    pops.keys.read(pop, words);
    pushes.keys.read(push, pair);
    const [, below = 0] = pair;
    meet(words, below, pushes.lengths.get(push) + pops.lengths.get(pop), pops.states.get(pop), push);
  };
  return {
    frameOf: (entry) => entries.add(entry) + 1,
    readEntry: (level, target) => entries.read(level - 1, target),
    entryState: entryStates.get,
    setEntryState: entryStates.set,
    addPush(level, from, length, meet) {
      pair[0] = level;
      pair[1] = from.level;
      const push = pushes.note(pair, level, from.state, length);
      if (push < 0) return;
      for (let pop = pops.first(level); pop >= 0; pop = pops.after(pop)) match(pop, push, meet);
    },
    addPop(level, state, behind, inner, meet) {
      for (let i = 0; i < own; i++) key[i] = behind[i] as number;
      key[own] = level;
      const pop = pops.note(key, level, state, inner);
      if (pop < 0) return;
      for (let push = pushes.first(level); push >= 0; push = pushes.after(push)) match(pop, push, meet);
    },
    pushingState: pushes.states.get,
  };
}

/** Keys that are kept once, in a list for each level, each with the state that made it at its least length. */
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
    /** The number of a key; -1 where it is known at no greater length. */
    note(key: Uint32Array, level: number, state: number, length: number): number {
      const known = keys.size;
      const number = keys.add(key);
      if (number < known) {
        if (lengths.get(number) <= length) return -1;
      } else {
        const last = lasts.get(level);
        if (last > 0) nexts.set(last - 1, number + 1);
        else firsts.set(level, number + 1);
        lasts.set(level, number + 1);
      }
      states.set(number, state);
      lengths.set(number, length);
      return number;
    },
    /** The numbers of a level's keys in the order in which they came; -1 behind the last. */
    first: (level: number): number => firsts.get(level) - 1,
    after: (number: number): number => nexts.get(number) - 1,
  };
}
