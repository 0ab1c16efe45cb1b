import { createDialogCommand } from '../../command/dialog-command.ts';

export default createDialogCommand({
  id: 'help',
  order: 650,
  title: 'Help: shortcuts and legend',
  group: 'page',
  keys: ['?'],
  dialog: 'help',
});
