import { stepping } from '../stepping.ts';
import { onward } from '../steps.ts';

export default stepping({
  id: 'click-forward',
  order: 774,
  title: 'step forward, by clicker',
  keys: ['PageDown'],
  only: 'presentation',
  to: onward,
});
