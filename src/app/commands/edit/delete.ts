import { changing } from '../../command/change.ts';

export default changing({
  id: 'delete',
  order: 410,
  title: 'delete',
  keys: ['Delete'],
  into: () => [],
  name: (_events, rows) => `delete ${rows}`,
  shift: null,
});
