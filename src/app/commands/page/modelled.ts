import { createDialogCommand } from '../../command/dialog-command.ts';

export default createDialogCommand({
  id: 'modelled',
  order: 660,
  title: 'About the model',
  group: 'page',
  keys: ['m'],
  dialog: 'model',
});
