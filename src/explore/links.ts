/** How each state of a search was first reached at its least length, in typed arrays: 17 bytes a state. */
export interface Links {
  /**
   * Notes a way to a state: its parent, the move, and for a pop the push that it belongs to. False where the state is
   * settled or known at no greater length.
   */
  put(state: number, length: number, parent: number, move: number, push: Push | null): boolean;
  lengthOf(state: number): number;
  /** Marks a state as done at this length; false where it was done before, or waits at a lesser one. */
  settle(state: number, length: number): boolean;
  /** The moves that lead to a state. `entryOf` tells the state behind the push above which a state stands. */
  pathTo(state: number, entryOf: (state: number) => number): number[];
}

/** A push: the state from which it was made, and its move. */
interface Push {
  readonly from: number;
  readonly move: number;
}

const FIRST_CAPACITY = 256;

export function linksOf(): Links {
  let lengths = new Int32Array(FIRST_CAPACITY).fill(-1);
  let parents = new Int32Array(FIRST_CAPACITY);
  let moves = new Int32Array(FIRST_CAPACITY);
  let settled = new Uint8Array(FIRST_CAPACITY);
  /** For states behind a pop: who pushed. */
  const pushes = new Map<number, Push>();

  const grow = () => {
    const capacity = lengths.length * 2;
    const wider = <T extends Int32Array | Uint8Array>(old: T, grown: T): T => {
      grown.set(old);
      return grown;
    };
    lengths = wider(lengths, new Int32Array(capacity).fill(-1));
    parents = wider(parents, new Int32Array(capacity));
    moves = wider(moves, new Int32Array(capacity));
    settled = wider(settled, new Uint8Array(capacity));
  };

  return {
    put(state, length, parent, move, push) {
      while (state >= lengths.length) grow();
      const known = lengths[state] as number;
      if (known >= 0 && known <= length) return false;
      lengths[state] = length;
      parents[state] = parent;
      moves[state] = move;
      if (push) pushes.set(state, { from: push.from, move: push.move });
      else pushes.delete(state);
      return true;
    },
    lengthOf: (state) => lengths[state] as number,
    settle(state, length) {
      if (settled[state] === 1 || lengths[state] !== length) return false;
      settled[state] = 1;
      return true;
    },
    pathTo(state, entryOf) {
      const back: number[] = [];
      /** Stretches that are still to be walked, back to front; a number alone is a move between two of them. */
      const todo: ({ readonly to: number; readonly from: number } | number)[] = [{ to: state, from: 0 }];
      for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
        if (typeof part === 'number') {
          back.push(part);
          continue;
        }
        const { to, from } = part;
        if (to === from) continue;
        back.push(moves[to] as number);
        const parent = parents[to] as number;
        const push = pushes.get(to);
        if (push) todo.push({ to: push.from, from }, push.move, { to: parent, from: entryOf(parent) });
        else todo.push({ to: parent, from });
      }
      return back.reverse();
    },
  };
}
