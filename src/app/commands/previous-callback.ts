import { stepping } from '../stepping.ts';
import { toPreviousCallback } from '../steps.ts';

export default stepping({
  id: 'previous-callback',
  order: 736,
  title: 'previous callback',
  keys: ['Shift+k'],
  to: toPreviousCallback,
  ofWhole: true,
});
