import { adding } from '../add.ts';

export default adding({
  id: 'add-sleep',
  order: 300,
  title: 'sleep',
  event: () => ({ kind: 'sleep' }),
});
