import type { Command } from './command.ts';
import type { AppState, Cursor } from './state.ts';
import { selectStatus } from './status.ts';
import { arrivedAt } from './steps.ts';

type Stepping = Pick<Command, 'id' | 'order' | 'title' | 'keys'> & {
  /** Where it goes, or why it cannot. */
  to(state: AppState): Cursor | string;
  /** The same question where it is cheaper to answer; asked at every change of the state. */
  possible?(state: AppState): Cursor | string;
};

/** A command that moves the cursor; doing so by hand ends playing. */
export const stepping = ({ to, possible = to, ...named }: Stepping): Command => ({
  ...named,
  group: 'step',
  when(state) {
    const cursor = possible(state);
    return typeof cursor === 'string' ? cursor : true;
  },
  run(state) {
    const cursor = to(state);
    return typeof cursor === 'string' ? {} : { ...stepped(state, cursor), playing: false };
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
