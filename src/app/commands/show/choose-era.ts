import { choosing } from '../../command/choosing.ts';

export default choosing({ id: 'choose-era', order: 766, title: 'era', of: 'era' });
