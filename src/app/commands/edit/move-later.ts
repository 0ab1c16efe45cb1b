import { moving } from '../../command/move.ts';

export default moving({
  id: 'move-later',
  order: 430,
  title: 'move later',
  keys: ['Alt+ArrowDown'],
  alongKeys: ['Alt+ArrowRight'],
  by: 1,
});
