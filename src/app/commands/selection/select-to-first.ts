import { selecting } from '../../command/selecting.ts';

export default selecting({
  id: 'select-to-first',
  order: 403,
  title: 'select to the first row',
  keys: ['Shift+Home'],
  to: () => 1,
});
