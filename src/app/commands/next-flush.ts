import { stepping } from '../stepping.ts';
import { toNextFlush } from '../steps.ts';

export default stepping({
  id: 'next-flush',
  order: 730,
  title: 'next flush',
  keys: ['f'],
  to: toNextFlush,
  ofWhole: true,
});
