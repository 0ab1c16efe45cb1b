import { createDialogCommand } from '../../command/dialog-command.ts';

/** Opens the list of all commands. */
export default createDialogCommand({
  id: 'palette',
  order: 700,
  title: 'All commands',
  group: 'page',
  keys: ['Ctrl+k'],
  inText: true,
  dialog: 'palette',
});
