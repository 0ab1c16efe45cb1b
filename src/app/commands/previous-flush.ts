import { stepping } from '../stepping.ts';
import { toPreviousFlush } from '../steps.ts';

export default stepping({
  id: 'previous-flush',
  order: 732,
  title: 'previous flush',
  keys: ['Shift+f'],
  to: toPreviousFlush,
  ofWhole: true,
});
