import { createDialogCommand } from '../../command/showing.ts';

export default createDialogCommand({
  id: 'modelled',
  order: 660,
  title: 'what is modelled',
  group: 'page',
  keys: ['m'],
  dialog: 'modelled',
});
