import type { Dialog } from '../state/state.ts';
import type { Command } from './command.ts';

type Showing = Pick<Command, 'id' | 'order' | 'title' | 'keys' | 'group'> &
  Partial<Pick<Command, 'inText' | 'when'>> & { readonly dialog: Dialog };

/**
 * A command that opens a dialog, in the place of another that is open, and closes it when it is done again. What plays behind
 * it stops.
 */
export const showing = ({ dialog: own, ...named }: Showing): Command => ({
  when: () => true,
  ...named,
  overDialog: true,
  run: ({ dialog }) => ({ dialog: dialog === own ? null : own, playing: false }),
});
