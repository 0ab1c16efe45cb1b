import { goTo } from '../navigation/playhead.ts';
import type { AppState, Cursor } from '../state/state.ts';
import { announce, changeView, combine, reject } from '../state/transaction.ts';
import type { Command } from './command.ts';

type StepOptions = Pick<Command, 'id' | 'order' | 'title' | 'keys' | 'only'> & {
  /** Where the playhead goes, or why it cannot. */
  to(state: AppState): Cursor | string;
  /** A cheaper check of the same, for `when`, which is called at every change of the state. */
  possible?(state: AppState): Cursor | string;
  /** It needs the complete run. While the run is incomplete the command counts as possible, and `run` finds out. */
  ofWhole?: true;
};

/** Creates a command that moves the playhead. A step by hand stops playing. */
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
