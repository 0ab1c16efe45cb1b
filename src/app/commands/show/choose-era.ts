import { createSetupCommand } from '../../command/setup-command.ts';

export default createSetupCommand({ id: 'choose-era', order: 766, title: 'Kernel', of: 'era' });
