import { stepping } from '../stepping.ts';
import { outward } from '../steps.ts';

export default stepping({
  id: 'out',
  order: 50,
  title: 'out: to the end of what holds this row',
  keys: ['o'],
  to: outward,
});
