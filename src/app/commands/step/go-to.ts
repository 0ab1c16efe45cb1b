import { createDialogCommand } from '../../command/showing.ts';

export default createDialogCommand({
  id: 'go-to',
  order: 738,
  title: 'go to a row, line or finding …',
  group: 'step',
  keys: ['g'],
  dialog: 'go-to',
});
