import { adding } from '../add.ts';

export default adding({
  id: 'add-flush-tlb',
  order: 260,
  title: 'flush-tlb',
  event: () => ({ kind: 'tlb', op: 'flush-tlb' }),
});
