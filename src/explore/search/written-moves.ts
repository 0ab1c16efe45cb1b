import { GOAL, type Space, type WrittenMoves } from './space.ts';
import { tapeOf } from './tape.ts';

/** The moves of a space as words: its own, or what it emits, written down. */
export function writtenMoves(space: Space): WrittenMoves {
  if (space.written) return space.written;
  const { width } = space;
  const tape = tapeOf();
  return {
    addedWords: 0,
    moves(state) {
      tape.cut(0);
      space.moves(state, (move, cost, next, isGoal) => {
        tape.put(move);
        tape.put(cost * 8 + (isGoal ? GOAL : 0));
        for (let i = 0; i < width; i++) tape.put(next[i] as number);
      });
      return { tape: tape.words, from: 0, until: tape.length };
    },
  };
}
