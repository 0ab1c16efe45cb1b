import { adding } from '../add.ts';

export default adding({
  id: 'add-gather-flush',
  order: 265,
  title: 'gather-flush',
  event: () => ({ kind: 'tlb', op: 'gather-flush' }),
});
