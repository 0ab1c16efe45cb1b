import { createDialogCommand } from '../../command/showing.ts';

export default createDialogCommand({
  id: 'modelled',
  order: 660,
  title: 'About the model',
  group: 'page',
  keys: ['m'],
  dialog: 'model',
});
