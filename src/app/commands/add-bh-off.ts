import { adding } from '../add.ts';

export default adding({
  id: 'add-bh-off',
  order: 280,
  title: 'bh off',
  event: () => ({ kind: 'bh', state: 'off' }),
});
