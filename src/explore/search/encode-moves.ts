import { type EncodedMoves, GOAL_FLAG, type StateSpace } from './space.ts';
import { createWordBuffer } from './word-buffer.ts';

/** Returns the moves of a space as words: its own encoding, or an encoding of what it emits. */
export function encodeMoves(space: StateSpace): EncodedMoves {
  if (space.encoded) return space.encoded;
  const { width } = space;
  const buffer = createWordBuffer();
  return {
    addedWords: 0,
    moves(state) {
      buffer.truncate(0);
      space.moves(state, (move, cost, next, isGoal) => {
        buffer.push(move);
        buffer.push(cost * 8 + (isGoal ? GOAL_FLAG : 0));
        for (let i = 0; i < width; i++) buffer.push(next[i] as number);
      });
      return { buffer: buffer.words, from: 0, until: buffer.length };
    },
  };
}
