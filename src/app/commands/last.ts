import { stepping } from '../stepping.ts';
import { toEnd } from '../steps.ts';

export default stepping({ id: 'last', order: 70, title: 'last step', keys: ['End'], to: toEnd, ofWhole: true });
