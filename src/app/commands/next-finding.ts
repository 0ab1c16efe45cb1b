import { stepping } from '../stepping.ts';
import { toNextFinding } from '../steps.ts';

export default stepping({
  id: 'next-finding',
  order: 80,
  title: 'next finding',
  keys: [']'],
  to: toNextFinding,
  ofWhole: true,
});
