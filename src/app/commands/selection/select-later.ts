import { selecting } from '../../command/selecting.ts';

export default selecting({
  id: 'select-later',
  order: 401,
  title: 'select one row more, later',
  keys: ['Shift+ArrowRight'],
  to: (head, rows) => (head < rows ? head + 1 : 'nothing comes after this'),
});
