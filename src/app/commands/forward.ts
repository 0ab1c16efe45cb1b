import { stepping } from '../stepping.ts';
import { onward } from '../steps.ts';

export default stepping({ id: 'forward', order: 10, title: 'step forward', keys: ['ArrowRight', '.'], to: onward });
