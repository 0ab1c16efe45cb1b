import { createSelectCommand } from '../../command/selecting.ts';

export default createSelectCommand({
  id: 'select-to-first',
  order: 403,
  title: 'select to the first row',
  keys: ['Shift+Home'],
  to: () => 1,
});
