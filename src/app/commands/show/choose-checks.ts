import { choosing } from '../../command/choosing.ts';

export default choosing({ id: 'choose-checks', order: 768, title: 'checks', of: 'checks' });
