import { goTo } from '../navigation/playhead.ts';
import type { AppState, Cursor } from '../state/state.ts';
import { announce, changeView, combine, reject } from '../state/transaction.ts';
import type { Command } from './command.ts';

type StepOptions = Pick<Command, 'id' | 'order' | 'title' | 'keys' | 'only'> & {
  /** Where it goes, or why it cannot. */
  to(state: AppState): Cursor | string;
  /** The same question where it is cheaper to answer; asked at every change of the state. */
  possible?(state: AppState): Cursor | string;
  /** The whole run has to be known for it: while that is under way, it is taken to be possible, and found out when it is done. */
  ofWhole?: true;
};

/** A command that moves the cursor; doing so by hand ends playing. */
export const createStepCommand = ({ to, possible = to, ofWhole, ...named }: StepOptions): Command => ({
  ...named,
  group: 'step',
  when(state) {
    if (ofWhole && !state.trace.isComplete) return true;
    const cursor = possible(state);
    return typeof cursor === 'string' ? cursor : true;
  },
  run(state) {
    // On a blanked screen the first key only restores the picture.
    if (state.presenting === 'blank')
      return combine(changeView({ presenting: 'lit' }), announce('view', 'Screen restored'));
    const cursor = to(state);
    return typeof cursor === 'string' ? reject(cursor) : goTo(state, cursor);
  },
});
