import { createDialogCommand } from '../../command/dialog-command.ts';

/** Everything that can be done, by its name. */
export default createDialogCommand({
  id: 'palette',
  order: 700,
  title: 'All commands',
  group: 'page',
  keys: ['Ctrl+k'],
  inText: true,
  dialog: 'palette',
});
