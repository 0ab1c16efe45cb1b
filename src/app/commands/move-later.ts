import { moving } from '../move.ts';

export default moving({ id: 'move-later', order: 430, title: 'move later', keys: ['Alt+ArrowDown'], by: 1 });
