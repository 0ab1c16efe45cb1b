import { createSelectCommand } from '../../command/select-command.ts';

export default createSelectCommand({
  id: 'select-later',
  order: 401,
  title: 'Extend selection one event later',
  keys: ['Shift+ArrowRight'],
  to: (head, rows) => (head < rows ? head + 1 : 'Already at the last event'),
});
