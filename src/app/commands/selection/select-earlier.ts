import { createSelectCommand } from '../../command/selecting.ts';

export default createSelectCommand({
  id: 'select-earlier',
  order: 402,
  title: 'select one row more, earlier',
  keys: ['Shift+ArrowLeft'],
  to: (head) => (head > 1 ? head - 1 : 'nothing comes before this'),
});
