import { createDialogCommand } from '../../command/dialog-command.ts';

export default createDialogCommand({
  id: 'compare',
  order: 530,
  title: 'Compare revisions and architectures',
  group: 'page',
  keys: ['c'],
  dialog: 'compare',
});
