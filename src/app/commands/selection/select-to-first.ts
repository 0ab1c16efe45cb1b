import { createSelectCommand } from '../../command/select-command.ts';

export default createSelectCommand({
  id: 'select-to-first',
  order: 403,
  title: 'Extend selection to the first event',
  keys: ['Shift+Home'],
  to: () => 1,
});
