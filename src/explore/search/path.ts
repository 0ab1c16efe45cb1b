import { assert } from '../../lib/assert.ts';
import type { CallSummaries } from './call-summaries.ts';
import type { StackMove, StateSpace } from './space.ts';

/** What a search knows once it has found a goal. */
export interface SearchTree {
  readonly space: StateSpace;
  /** The initial state. */
  readonly root: number;
  parentOf(state: number): number;
  /** The stored words of a state: its own, and its frame if the space has a stack. */
  storedWords(state: number): Uint32Array;
  /** The push, numbered from 1, that matches the pop which led to a state; 0 if no pop did. */
  pushOf(state: number): number;
  /** null if the space has no stack. */
  readonly summaries: CallSummaries | null;
  /** Reads the words of a state into `words`. */
  read(state: number): void;
  readonly words: Uint32Array;
}

/**
 * Reconstructs the moves that lead to a state. Moves are not stored: a move is found by enumerating those of the parent
 * again and taking the first of the cheapest that reach the child, which is how the child got its parent.
 */
export function createPathFinder({ space, root, parentOf, storedWords, pushOf, summaries, read, words }: SearchTree) {
  const { width, stackWords } = space;
  const own = width - stackWords;
  const frameOf = (state: number): number => (summaries ? (storedWords(state)[own] as number) : 0);
  const moveFrom = (state: number, leads: (stack: StackMove, next: ArrayLike<number>) => boolean): number => {
    let found = -1;
    let least = Number.POSITIVE_INFINITY;
    read(state);
    space.moves(words, (move, cost, next, isGoal, stack) => {
      if (isGoal || cost >= least || !leads(stack, next)) return;
      found = move;
      least = cost;
    });
    assert(found >= 0, `no move leads on from state ${state}`);
    return found;
  };
  const areEqual = (a: ArrayLike<number>, b: ArrayLike<number>, count: number): boolean => {
    for (let i = 0; i < count; i++) if (a[i] !== b[i]) return false;
    return true;
  };

  /** The move from a parent into the child's frame: one that stays in the frame, or the push. */
  const moveTo = (parent: number, child: number): number => {
    const target = storedWords(child);
    if (!summaries) return moveFrom(parent, (_, next) => areEqual(next, target, width));
    const frame = target[own] as number;
    const entry = new Uint32Array(width);
    if (frame > 0) summaries.readEntry(frame, entry);
    const stays = frameOf(parent) === frame;
    const enters = frame > 0 && areEqual(entry, target, own);
    return moveFrom(parent, (stack, next) =>
      stack === 'push'
        ? enters && areEqual(next, entry, width)
        : stack === 'keep' && stays && areEqual(next, target, own),
    );
  };
  const pushInto = (state: number, frame: number): number => {
    const entry = new Uint32Array(width);
    summaries?.readEntry(frame, entry);
    return moveFrom(state, (stack, next) => stack === 'push' && areEqual(next, entry, width));
  };
  const popTo = (state: number, child: number): number => {
    const target = storedWords(child);
    return moveFrom(state, (stack, next) => stack === 'pop' && areEqual(next, target, own));
  };

  return (state: number): number[] => {
    const back: number[] = [];
    /** Path segments that remain, last first; a bare number is a move between two segments. */
    const todo: ({ readonly to: number; readonly from: number } | number)[] = [{ to: state, from: root }];
    for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
      if (typeof part === 'number') {
        back.push(part);
        continue;
      }
      const { to, from } = part;
      if (to === from) continue;
      const parent = parentOf(to);
      const push = pushOf(to);
      if (push > 0 && summaries) {
        const pusher = summaries.pushingState(push - 1);
        const frame = frameOf(parent);
        back.push(popTo(parent, to));
        todo.push({ to: pusher, from }, pushInto(pusher, frame), { to: parent, from: summaries.entryState(frame) });
      } else {
        back.push(moveTo(parent, to));
        todo.push({ to: parent, from });
      }
    }
    return back.reverse();
  };
}
