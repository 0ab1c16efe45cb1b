import { stepping } from '../stepping.ts';
import { onward } from '../steps.ts';

export default stepping({ id: 'over', order: 40, title: 'over: to the end of the row', keys: ['n'], to: onward });
