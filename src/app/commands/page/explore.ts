import { createDialogCommand } from '../../command/dialog-command.ts';

export default createDialogCommand({
  id: 'explore',
  order: 535,
  title: 'Explore every sequence of events',
  group: 'page',
  keys: ['Shift+x'],
  dialog: 'explore',
});
