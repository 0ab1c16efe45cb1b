import { adding } from '../add.ts';

export default adding({
  id: 'add-pause',
  order: 210,
  title: 'pause',
  letter: 'p',
  event: () => ({ kind: 'call', helper: 'pause' }),
});
