import { arrivedAt } from '../navigation/cursor-moves.ts';
import { selectStatus } from '../navigation/status.ts';
import type { AppState, Cursor } from '../state/state.ts';
import type { Command } from './command.ts';

type Stepping = Pick<Command, 'id' | 'order' | 'title' | 'keys' | 'only'> & {
  /** Where it goes, or why it cannot. */
  to(state: AppState): Cursor | string;
  /** The same question where it is cheaper to answer; asked at every change of the state. */
  possible?(state: AppState): Cursor | string;
  /** The whole run has to be known for it: while that is under way, it is taken to be possible, and found out when it is done. */
  ofWhole?: true;
};

/** A command that moves the cursor; doing so by hand ends playing. */
export const stepping = ({ to, possible = to, ofWhole, ...named }: Stepping): Command => ({
  ...named,
  group: 'step',
  when(state) {
    if (ofWhole && !state.trace.whole) return true;
    const cursor = possible(state);
    return typeof cursor === 'string' ? cursor : true;
  },
  run(state) {
    // Nobody steps unseen: the first press brings the screen back.
    if (state.presenting === 'blank') return { presenting: 'lit', said: 'the screen is back' };
    const cursor = to(state);
    return typeof cursor === 'string' ? { said: cursor } : { ...stepped(state, cursor), playing: false };
  },
});

/** The state at another cursor, with the step said. Typing that follows is an edit of its own. */
export function stepped(state: AppState, cursor: Cursor): Partial<AppState> {
  return {
    ...arrivedAt(state, cursor),
    selection: null,
    typedAt: null,
    said: selectStatus({ trace: state.trace, cursor }),
  };
}
