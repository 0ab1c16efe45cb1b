import { assert } from '../lib/assert.ts';
import { blockSetOf } from './block-set.ts';
import { bucketsOf } from './buckets.ts';
import { levelsOf } from './levels.ts';
import { LONGEST_MOVE, longLinks, shortLinks } from './links.ts';
import { pathFinder } from './path.ts';
import type { Bounds, Emit, Space, Verdict, Watcher } from './space.ts';

const ASK_EVERY = 4096;

/**
 * Breadth-first by length: moves cost different amounts, so that states wait in a bucket for each length. The first goal
 * is a shortest one, and of several that the space's order of moves brings first.
 *
 * A popped state's length is that of a push plus that of what lay above it, and what lies above does not depend on the
 * push: so lengths stay exact with a stack, too (Knuth's generalisation of Dijkstra's algorithm).
 *
 * A state is kept as its words; where there is a stack, as its own words and the number of its level, which stands for the
 * stack's words. With 5 bytes of links and 5 to 7.5 of table, a state of two words costs about 20 bytes.
 */
export function search(space: Space, { maxLength, maxStates }: Bounds, watcher: Watcher = {}): Verdict {
  const { width, stackWords } = space;
  const stacked = stackWords > 0;
  const own = width - stackWords;
  const states = blockSetOf(stacked ? own + 1 : width);
  const long = stacked ? longLinks() : null;
  const links = long ?? shortLinks();
  const levels = stacked ? levelsOf(width, own) : null;
  const buckets = bucketsOf();
  /** The state whose moves are made: its whole words, its number and level. */
  const state = new Uint32Array(width + 1);
  const words = state.subarray(0, width);
  const kept = new Uint32Array(own + 1);
  const next = new Uint32Array(width + 1);
  const from = { state: 0, level: 0 };
  let length = 0;
  let cut = false;
  /** The best so far; its length is infinite where there is none. */
  const goal = { from: -1, move: 0, length: Number.POSITIVE_INFINITY };

  /** The number of a state that was reached, -1 beyond the bound. */
  const reach = (reached: ArrayLike<number>, at: number, parent: number, push: number): number => {
    if (at > maxLength) {
      cut = true;
      return -1;
    }
    const number = states.add(reached);
    if (links.put(number, at, length, parent, push)) buckets.add(at, number);
    return number;
  };
  /** Goes back below: the own words behind the pop, the level of who pushed. */
  const goBack = (behind: Uint32Array, below: number, at: number, popping: number, push: number) => {
    behind[own] = below;
    reach(behind, at, popping, push + 1);
  };
  const read = (number: number) => {
    if (!levels) return states.read(number, words);
    states.read(number, kept);
    const level = kept[own] as number;
    if (level === 0) for (let i = own; i < width; i++) words[i] = space.initial[i] as number;
    else levels.readEntry(level, words);
    for (let i = 0; i < own; i++) words[i] = kept[i] as number;
    from.level = level;
  };

  const emit: Emit = (move, cost, behind, isGoal, stack) => {
    const at = length + cost;
    if (isGoal) {
      if (at > maxLength) cut = true;
      else if (at < goal.length) Object.assign(goal, { from: from.state, move, length: at });
      return;
    }
    if (!levels || !long) {
      assert(cost <= LONGEST_MOVE && stack === 'keep', 'a move is short, and without a stack nothing is pushed');
      reach(behind, at, from.state, 0);
      return;
    }
    for (let i = 0; i < width; i++) next[i] = behind[i] as number;
    if (stack === 'keep') {
      next[own] = from.level;
      reach(next, at, from.state, 0);
    } else if (stack === 'push') {
      const level = levels.levelOf(next);
      next[own] = level;
      const entry = reach(next, at, from.state, 0);
      if (entry < 0) return;
      levels.setEntry(level, entry);
      levels.push(level, from, at, goBack);
    } else {
      assert(from.level > 0, 'a pop without a push');
      const inner = at - long.lengthOf(levels.entry(from.level));
      levels.pop(from.level, from.state, next, inner, goBack);
    }
  };

  // Moves that cost nothing are still to come at this length, so that only shorter programs were all tried.
  const stopped = (by: 'states' | 'cancelled'): Verdict => {
    return { verdict: 'bounded', states: states.size, length: Math.max(0, length - 1), by };
  };

  next.set(Array.from(space.initial));
  if (stacked) next[own] = 0;
  const root = reach(next, 0, 0, 0);
  let expanded = 0;
  for (; length <= buckets.last; length++) {
    // A move that costs nothing lengthens the bucket that is being read.
    for (let i = 0; i < buckets.count(length); i++) {
      const number = buckets.get(length, i);
      if (!links.settle(number, length)) continue;
      if (goal.length <= length) break;
      from.state = number;
      read(number);
      space.moves(words, emit);
      if (states.size > maxStates) return stopped('states');
      expanded += 1;
      if (expanded % ASK_EVERY !== 0) continue;
      watcher.progress?.({ states: states.size, length });
      if (watcher.cancelled?.()) return stopped('cancelled');
    }
    buckets.drop(length);
    if (goal.length <= length + 1) break;
  }
  if (goal.from >= 0) {
    const pathTo = pathFinder({
      space,
      states,
      root,
      links,
      pushOf: (at) => long?.pushes.get(at) ?? 0,
      levels,
      read,
      words,
    });
    return { verdict: 'violated', states: states.size, length: goal.length, moves: [...pathTo(goal.from), goal.move] };
  }
  if (cut) return { verdict: 'bounded', states: states.size, length: maxLength, by: 'length' };
  return { verdict: 'holds', states: states.size };
}
