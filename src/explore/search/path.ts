import { assert } from '../../lib/assert.ts';
import type { CallSummaries } from './call-summaries.ts';
import type { StackMove, StateSpace } from './space.ts';

/** What a search knows when it has found a goal. */
export interface SearchTree {
  readonly space: StateSpace;
  /** The initial state. */
  readonly root: number;
  parentOf(state: number): number;
  /** What is kept of a state: its own words, and behind them, where there is a stack, its level. */
  storedWords(state: number): Uint32Array;
  /** The number of the push that a state behind a pop belongs to, from 1; 0: it is behind no pop. */
  pushOf(state: number): number;
  /** null: the space has no stack. */
  readonly summaries: CallSummaries | null;
  /** Puts the words of a state into `words`. */
  read(state: number): void;
  readonly words: Uint32Array;
}

/**
 * Tells the moves that lead to a state. A move is found by making all moves of the parent once more: it is the nearest that
 * leads to the child, and the first of those, which is how the child came to be linked to its parent.
 */
export function createPathFinder({ space, root, parentOf, storedWords, pushOf, summaries, read, words }: SearchTree) {
  const { width, stackWords } = space;
  const own = width - stackWords;
  const levelOf = (state: number): number => (summaries ? (storedWords(state)[own] as number) : 0);
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
  const same = (a: ArrayLike<number>, b: ArrayLike<number>, count: number): boolean => {
    for (let i = 0; i < count; i++) if (a[i] !== b[i]) return false;
    return true;
  };

  /** The move from a parent into a level: one that stays in its level, or the push. */
  const moveTo = (parent: number, child: number): number => {
    const target = storedWords(child);
    if (!summaries) return moveFrom(parent, (_, next) => same(next, target, width));
    const level = target[own] as number;
    const entry = new Uint32Array(width);
    if (level > 0) summaries.readEntry(level, entry);
    const stays = levelOf(parent) === level;
    const enters = level > 0 && same(entry, target, own);
    return moveFrom(parent, (stack, next) =>
      stack === 'push' ? enters && same(next, entry, width) : stack === 'keep' && stays && same(next, target, own),
    );
  };
  const pushInto = (state: number, level: number): number => {
    const entry = new Uint32Array(width);
    summaries?.readEntry(level, entry);
    return moveFrom(state, (stack, next) => stack === 'push' && same(next, entry, width));
  };
  const popTo = (state: number, child: number): number => {
    const target = storedWords(child);
    return moveFrom(state, (stack, next) => stack === 'pop' && same(next, target, own));
  };

  return (state: number): number[] => {
    const back: number[] = [];
    /** Stretches that are still to be walked, back to front; a number alone is a move between two of them. */
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
        const level = levelOf(parent);
        back.push(popTo(parent, to));
        todo.push({ to: pusher, from }, pushInto(pusher, level), { to: parent, from: summaries.entryState(level) });
      } else {
        back.push(moveTo(parent, to));
        todo.push({ to: parent, from });
      }
    }
    return back.reverse();
  };
}
