import { adding } from '../add.ts';

export default adding({
  id: 'add-irq',
  order: 270,
  title: 'irq { }',
  event: () => ({ kind: 'irq', body: [] }),
});
