import { createSetupCommand } from '../../command/choosing.ts';

export default createSetupCommand({ id: 'choose-checks', order: 768, title: 'Checks', of: 'checks' });
