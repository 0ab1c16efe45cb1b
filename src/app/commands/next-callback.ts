import { stepping } from '../stepping.ts';
import { toNextCallback } from '../steps.ts';

export default stepping({
  id: 'next-callback',
  order: 734,
  title: 'next callback',
  keys: ['k'],
  to: toNextCallback,
  ofWhole: true,
});
