import { assert } from '../../lib/assert.ts';
import { createBucketQueue } from './bucket-queue.ts';
import { createCallSummaries } from './call-summaries.ts';
import { createPathFinder } from './path.ts';
import { createPredecessors } from './predecessors.ts';
import {
  type Bounds,
  type EmitMove,
  POLL_INTERVAL,
  type SearchMonitor,
  type SearchResult,
  type StateSpace,
} from './space.ts';
import { createStateSet } from './state-set.ts';

/**
 * The search of a space with a stack. A popped state's length is that of a push plus that of what lay above it, and what lies
 * above does not depend on the push: so lengths stay exact (Knuth's generalisation of Dijkstra's algorithm).
 *
 * A state is kept as its own words and the number of its level, which stands for the stack's words.
 */
export function searchPushdown(
  space: StateSpace,
  { maxLength, maxStates }: Bounds,
  monitor: SearchMonitor,
): SearchResult {
  const { width, stackWords } = space;
  const own = width - stackWords;
  const states = createStateSet(own + 1);
  const predecessors = createPredecessors();
  const summaries = createCallSummaries(width, own);
  const queue = createBucketQueue();
  /** The state whose moves are made: its whole words, its number and level. */
  const words = new Uint32Array(width);
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
    if (predecessors.record(number, at, parent, push)) queue.add(at, number);
    return number;
  };
  /** Goes back below: the own words behind the pop, the level of who pushed. */
  const returnTo = (behind: Uint32Array, below: number, at: number, popping: number, push: number) => {
    behind[own] = below;
    reach(behind, at, popping, push + 1);
  };
  const read = (number: number) => {
    states.read(number, kept);
    const level = kept[own] as number;
    if (level === 0) for (let i = own; i < width; i++) words[i] = space.initial[i] as number;
    else summaries.readEntry(level, words);
    for (let i = 0; i < own; i++) words[i] = kept[i] as number;
    from.level = level;
  };

  const emit: EmitMove = (move, cost, behind, isGoal, stack) => {
    const at = length + cost;
    if (isGoal) {
      if (at > maxLength) cut = true;
      else if (at < goal.length) Object.assign(goal, { from: from.state, move, length: at });
      return;
    }
    for (let i = 0; i < width; i++) next[i] = behind[i] as number;
    if (stack === 'keep') {
      next[own] = from.level;
      reach(next, at, from.state, 0);
    } else if (stack === 'push') {
      const level = summaries.frameOf(next);
      next[own] = level;
      const entry = reach(next, at, from.state, 0);
      if (entry < 0) return;
      summaries.setEntryState(level, entry);
      summaries.addPush(level, from, at, returnTo);
    } else {
      assert(from.level > 0, 'a pop without a push');
      const inner = at - predecessors.lengthOf(summaries.entryState(from.level));
      summaries.addPop(from.level, from.state, next, inner, returnTo);
    }
  };

  // Moves that cost nothing are still to come at this length, so that only shorter programs were all tried.
  const stopped = (by: 'states' | 'cancelled'): SearchResult => {
    return { verdict: 'bounded', states: states.size, length: Math.max(0, length - 1), by };
  };

  next.set(Array.from(space.initial));
  next[own] = 0;
  const root = reach(next, 0, 0, 0);
  let expanded = 0;
  for (; length <= queue.longest; length++) {
    // A move that costs nothing lengthens the bucket that is being read.
    for (let number = queue.take(length); number >= 0; number = queue.take(length)) {
      if (!predecessors.settle(number, length)) continue;
      if (goal.length <= length) break;
      from.state = number;
      read(number);
      space.moves(words, emit);
      if (states.size > maxStates) return stopped('states');
      expanded += 1;
      if (expanded % POLL_INTERVAL !== 0) continue;
      monitor.onProgress?.({ states: states.size, length });
      if (monitor.isCancelled?.()) return stopped('cancelled');
    }
    queue.drop(length);
    if (goal.length <= length + 1) break;
  }
  if (goal.from >= 0) {
    const pathTo = createPathFinder({
      ...{ space, root, read, words, summaries },
      parentOf: predecessors.parentOf,
      pushOf: predecessors.pushOf,
      storedWords(number) {
        const target = new Uint32Array(own + 1);
        states.read(number, target);
        return target;
      },
    });
    return { verdict: 'violated', states: states.size, length: goal.length, moves: [...pathTo(goal.from), goal.move] };
  }
  if (cut) return { verdict: 'bounded', states: states.size, length: maxLength, by: 'length' };
  return { verdict: 'holds', states: states.size };
}
