import { createSetupCommand } from '../../command/setup-command.ts';

export default createSetupCommand({ id: 'choose-checks', order: 768, title: 'Checks', of: 'checks' });
