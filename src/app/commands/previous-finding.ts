import { stepping } from '../stepping.ts';
import { toPreviousFinding } from '../steps.ts';

export default stepping({
  id: 'previous-finding',
  order: 90,
  title: 'previous finding',
  keys: ['['],
  to: toPreviousFinding,
  ofWhole: true,
});
