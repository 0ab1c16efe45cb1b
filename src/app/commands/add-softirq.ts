import { adding } from '../add.ts';

export default adding({
  id: 'add-softirq',
  order: 275,
  title: 'softirq { }',
  event: () => ({ kind: 'softirq', body: [] }),
});
