import { stepping } from '../stepping.ts';
import { backward } from '../steps.ts';

export default stepping({ id: 'back', order: 20, title: 'step back', keys: ['ArrowLeft', ','], to: backward });
