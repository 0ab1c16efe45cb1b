import type { Dialog } from '../state/state.ts';
import { changeView } from '../state/transaction.ts';
import type { Command } from './command.ts';

type DialogOptions = Pick<Command, 'id' | 'order' | 'title' | 'keys' | 'group'> &
  Partial<Pick<Command, 'inText' | 'when'>> & { readonly dialog: Dialog };

/**
 * Creates a command that opens a dialog in place of an open one, and closes it when it is run again. Playing stops.
 */
export const createDialogCommand = ({ dialog: own, ...named }: DialogOptions): Command => ({
  when: () => true,
  ...named,
  overDialog: true,
  run: ({ dialog }) => changeView({ dialog: dialog === own ? null : own, playing: false }),
});
