import { createSetupCommand } from '../../command/choosing.ts';

export default createSetupCommand({ id: 'choose-era', order: 766, title: 'Kernel', of: 'era' });
