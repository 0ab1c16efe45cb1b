import { createSelectCommand } from '../../command/select-command.ts';

export default createSelectCommand({
  id: 'select-to-last',
  order: 404,
  title: 'Extend selection to the last event',
  keys: ['Shift+End'],
  to: (_head, rows) => rows,
});
