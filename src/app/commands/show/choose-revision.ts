import { choosing } from '../../command/choosing.ts';

export default choosing({ id: 'choose-revision', order: 762, title: 'revision', of: 'revision' });
