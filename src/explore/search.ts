import { assert } from '../lib/assert.ts';
import { linksOf } from './links.ts';
import type { Bounds, Space, StackMove, Verdict, Watcher } from './space.ts';
import { stateSetOf } from './state-set.ts';

const ASK_EVERY = 4096;

/** Everything that one push can lead to: the part of the space above it, which does not depend on what is below. */
interface Level {
  /** The state behind the push. */
  readonly entry: number;
  /** States that push to here, each with its cost and move. */
  readonly pushes: { readonly from: number; readonly cost: number; readonly move: number }[];
  /** Pops from here: the state that pops, its move, the words behind it, and the length from the entry to there. */
  readonly pops: {
    readonly from: number;
    readonly move: number;
    readonly words: Uint32Array;
    readonly length: number;
  }[];
}

/**
 * Breadth-first by length: moves cost different amounts, so that states wait in a bucket for each length. The first goal
 * is a shortest one, and of several that the space's order of moves brings first.
 *
 * A popped state's length is that of a push plus that of what lay above it, and what lies above does not depend on the
 * push: so lengths stay exact with a stack, too (Knuth's generalisation of Dijkstra's algorithm).
 */
export function search(space: Space, { maxLength, maxStates }: Bounds, watcher: Watcher = {}): Verdict {
  const { width, stackWords } = space;
  /** A state's words, and the number of its level + 1. */
  const states = stateSetOf(width + 1);
  const links = linksOf();
  const entries = stateSetOf(width);
  const levels: Level[] = [];
  const buckets: number[][] = [];
  const state = new Uint32Array(width + 1);
  const next = new Uint32Array(width + 1);
  const below = new Uint32Array(width + 1);
  let length = 0;
  let cut = false;
  /** The best so far; its length is infinite where there is none. */
  const goal = { from: -1, move: 0, length: Number.POSITIVE_INFINITY };

  const reach = (
    words: Uint32Array,
    at: number,
    parent: number,
    move: number,
    push: { from: number; move: number } | null,
  ) => {
    if (at > maxLength) {
      cut = true;
      return -1;
    }
    const number = states.add(words);
    if (links.put(number, at, parent, move, push)) {
      buckets[at] ??= [];
      buckets[at].push(number);
    }
    return number;
  };
  /** Goes back below: the own words behind the pop, the stack's words and level of who pushed. */
  const goBack = (words: Uint32Array, at: number, from: number, move: number, push: { from: number; move: number }) => {
    states.read(push.from, below);
    below.set(words.subarray(0, width - stackWords));
    reach(below, at, from, move, push);
  };

  const expand = (number: number) => {
    states.read(number, state);
    const own = (state[width] as number) - 1;
    space.moves(state.subarray(0, width), (move, cost, words, isGoal, stack) => {
      const at = length + cost;
      if (isGoal) {
        if (at > maxLength) cut = true;
        else if (at < goal.length) Object.assign(goal, { from: number, move, length: at });
        return;
      }
      for (let i = 0; i < width; i++) next[i] = words[i] as number;
      step(stack, number, own, move, cost);
    });
  };
  const step = (stack: StackMove, from: number, own: number, move: number, cost: number) => {
    const at = length + cost;
    if (stack === 'keep') {
      next[width] = own + 1;
      reach(next, at, from, move, null);
    } else if (stack === 'push') {
      const level = entries.add(next);
      next[width] = level + 1;
      const entry = reach(next, at, from, move, null);
      if (entry < 0) return;
      levels[level] ??= { entry, pushes: [], pops: [] };
      const { pushes, pops } = levels[level];
      pushes.push({ from, cost, move });
      for (const pop of pops) goBack(pop.words, at + pop.length, pop.from, pop.move, { from, move });
    } else {
      const level = levels[own];
      assert(level, 'a pop without a push');
      const words = next.slice(0, width);
      const inner = at - links.lengthOf(level.entry);
      level.pops.push({ from, move, words, length: inner });
      for (const push of level.pushes) {
        goBack(words, links.lengthOf(push.from) + push.cost + inner, from, move, push);
      }
    }
  };
  const entryOf = (number: number): number => {
    states.read(number, below);
    const level = levels[(below[width] as number) - 1];
    return level ? level.entry : 0;
  };

  // Moves that cost nothing are still to come at this length, so that only shorter programs were all tried.
  const stopped = (by: 'states' | 'cancelled'): Verdict => {
    return { verdict: 'bounded', states: states.size, length: Math.max(0, length - 1), by };
  };

  state.set(Array.from(space.initial));
  reach(state, 0, -1, 0, null);
  let expanded = 0;
  for (; length < buckets.length; length++) {
    // A move that costs nothing lengthens the bucket that is being read.
    for (let i = 0; i < (buckets[length]?.length ?? 0); i++) {
      const number = buckets[length]?.[i] as number;
      if (!links.settle(number, length)) continue;
      if (goal.length <= length) break;
      expand(number);
      if (states.size > maxStates) return stopped('states');
      expanded += 1;
      if (expanded % ASK_EVERY !== 0) continue;
      watcher.progress?.({ states: states.size, length });
      if (watcher.cancelled?.()) return stopped('cancelled');
    }
    buckets[length] = [];
    if (goal.length <= length + 1) break;
  }
  if (goal.from >= 0) {
    const moves = [...links.pathTo(goal.from, entryOf), goal.move];
    return { verdict: 'violated', states: states.size, length: goal.length, moves };
  }
  if (cut) return { verdict: 'bounded', states: states.size, length: maxLength, by: 'length' };
  return { verdict: 'holds', states: states.size };
}
