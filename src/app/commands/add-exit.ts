import { adding } from '../add.ts';

export default adding({
  id: 'add-exit',
  order: 305,
  title: 'exit',
  event: () => ({ kind: 'exit' }),
});
