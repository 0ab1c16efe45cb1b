import { createSetupCommand } from '../../command/setup-command.ts';

export default createSetupCommand({ id: 'choose-architecture', order: 764, title: 'Architecture', of: 'backend' });
