import { createDialogCommand } from '../../command/showing.ts';

export default createDialogCommand({
  id: 'explore',
  order: 535,
  title: 'explore every order of events',
  group: 'page',
  keys: ['Shift+x'],
  dialog: 'explore',
});
