import { createSetupCommand } from '../../command/choosing.ts';

export default createSetupCommand({ id: 'choose-architecture', order: 764, title: 'Architecture', of: 'backend' });
