import { createDialogCommand } from '../../command/showing.ts';

export default createDialogCommand({
  id: 'help',
  order: 650,
  title: 'help: all keys',
  group: 'page',
  keys: ['?'],
  dialog: 'help',
});
