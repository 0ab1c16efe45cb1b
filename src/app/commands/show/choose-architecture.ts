import { choosing } from '../../command/choosing.ts';

export default choosing({ id: 'choose-architecture', order: 764, title: 'architecture', of: 'backend' });
