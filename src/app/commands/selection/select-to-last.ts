import { createSelectCommand } from '../../command/selecting.ts';

export default createSelectCommand({
  id: 'select-to-last',
  order: 404,
  title: 'select to the last row',
  keys: ['Shift+End'],
  to: (_head, rows) => rows,
});
