import { createDialogCommand } from '../../command/dialog-command.ts';

export default createDialogCommand({
  id: 'go-to',
  order: 738,
  title: 'Go to event, line or problem …',
  group: 'step',
  keys: ['g'],
  dialog: 'go-to',
});
