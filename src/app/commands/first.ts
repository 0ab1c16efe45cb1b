import { stepping } from '../stepping.ts';
import { toStart } from '../steps.ts';

export default stepping({ id: 'first', order: 60, title: 'before the first step', keys: ['Home'], to: toStart });
