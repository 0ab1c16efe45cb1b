import { adding } from '../add.ts';

export default adding({
  id: 'add-enable',
  order: 200,
  title: 'enable',
  letter: 'e',
  event: () => ({ kind: 'call', helper: 'enable' }),
});
