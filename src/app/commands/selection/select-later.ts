import { createSelectCommand } from '../../command/selecting.ts';

export default createSelectCommand({
  id: 'select-later',
  order: 401,
  title: 'select one row more, later',
  keys: ['Shift+ArrowRight'],
  to: (head, rows) => (head < rows ? head + 1 : 'nothing comes after this'),
});
