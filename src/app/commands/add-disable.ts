import { adding } from '../add.ts';

export default adding({
  id: 'add-disable',
  order: 205,
  title: 'disable',
  letter: 'd',
  event: () => ({ kind: 'call', helper: 'disable' }),
});
