import { adding } from '../add.ts';

export default adding({
  id: 'add-bh-on',
  order: 285,
  title: 'bh on',
  event: () => ({ kind: 'bh', state: 'on' }),
});
