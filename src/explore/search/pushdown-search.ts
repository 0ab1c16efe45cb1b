import { assert } from '../../lib/assert.ts';
import { createBucketQueue } from './bucket-queue.ts';
import { createCallSummaries } from './call-summaries.ts';
import { createPathFinder } from './path.ts';
import { createPoll } from './poll.ts';
import { createPredecessors } from './predecessors.ts';
import type { Bounds, EmitMove, SearchMonitor, SearchResult, StateSpace } from './space.ts';
import { createStateSet } from './state-set.ts';

/**
 * Searches a space with a stack. The length of a popped state is that of a matching push plus the length of what
 * happened above it. The latter does not depend on the push, so lengths stay exact (Knuth's generalisation of
 * Dijkstra's algorithm).
 *
 * A state is stored as its own words and the number of its frame, which stands for the stack's words.
 */
export function searchPushdown(space: StateSpace, bounds: Bounds, monitor: SearchMonitor): SearchResult {
  const { width, stackWords } = space;
  const { maxLength, maxStates } = bounds;
  const own = width - stackWords;
  const states = createStateSet(own + 1);
  const predecessors = createPredecessors();
  const summaries = createCallSummaries(width, own);
  const queue = createBucketQueue();
  /** The state being expanded: all its words, its number and its frame. */
  const words = new Uint32Array(width);
  const kept = new Uint32Array(own + 1);
  const next = new Uint32Array(width + 1);
  const from = { state: 0, frame: 0 };
  let length = 0;
  let cut = false;
  /** The best goal so far; its length is infinite if there is none. */
  const goal = { from: -1, move: 0, length: Number.POSITIVE_INFINITY };

  /** Records a reached state and returns its number, or -1 if it lies beyond the length bound. */
  const reach = (reached: ArrayLike<number>, at: number, parent: number, push: number): number => {
    if (at > maxLength) {
      cut = true;
      return -1;
    }
    const number = states.add(reached);
    if (predecessors.record(number, at, parent, push)) queue.add(at, number);
    return number;
  };
  /** Returns to the frame below: takes the own words after the pop and the frame of the pushing state. */
  const returnTo = (next: Uint32Array, below: number, at: number, popping: number, push: number) => {
    next[own] = below;
    reach(next, at, popping, push + 1);
  };
  const read = (number: number) => {
    states.read(number, kept);
    const frame = kept[own] as number;
    if (frame === 0) for (let i = own; i < width; i++) words[i] = space.initial[i] as number;
    else summaries.readEntry(frame, words);
    for (let i = 0; i < own; i++) words[i] = kept[i] as number;
    from.frame = frame;
  };

  const emit: EmitMove = (move, cost, successor, isGoal, stack) => {
    const at = length + cost;
    if (isGoal) {
      if (at > maxLength) cut = true;
      else if (at < goal.length) Object.assign(goal, { from: from.state, move, length: at });
      return;
    }
    for (let i = 0; i < width; i++) next[i] = successor[i] as number;
    if (stack === 'keep') {
      next[own] = from.frame;
      reach(next, at, from.state, 0);
    } else if (stack === 'push') {
      const frame = summaries.frameOf(next);
      next[own] = frame;
      const entry = reach(next, at, from.state, 0);
      if (entry < 0) return;
      summaries.setEntryState(frame, entry);
      summaries.addPush(frame, from, at, returnTo);
    } else {
      assert(from.frame > 0, 'a pop without a push');
      const inner = at - predecessors.lengthOf(summaries.entryState(from.frame));
      summaries.addPop(from.frame, from.state, next, inner, returnTo);
    }
  };

  const poll = createPoll(
    bounds,
    monitor,
    () => states.bytes + predecessors.bytes + summaries.bytes + queue.bytes + (space.bytes?.() ?? 0),
  );
  // Moves of cost 0 may still be pending at this length, so only shorter programs were searched exhaustively.
  const stopped = (by: 'states' | 'cancelled' | 'budget'): SearchResult => {
    return { verdict: 'bounded', states: states.size, length: Math.max(0, length - 1), by };
  };

  next.set(Array.from(space.initial));
  next[own] = 0;
  const root = reach(next, 0, 0, 0);
  for (; length <= queue.longest; length++) {
    // A move of cost 0 extends the bucket that is being read.
    for (let number = queue.take(length); number >= 0; number = queue.take(length)) {
      if (!predecessors.settle(number, length)) continue;
      if (goal.length <= length) break;
      from.state = number;
      read(number);
      space.moves(words, emit);
      if (states.size > maxStates) return stopped('states');
      const why = poll(states.size, length);
      if (why !== null) return stopped(why);
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
