import { stepping } from '../stepping.ts';
import { backward } from '../steps.ts';

export default stepping({
  id: 'click-back',
  order: 776,
  title: 'step back, by clicker',
  keys: ['PageUp'],
  only: 'presentation',
  to: backward,
});
