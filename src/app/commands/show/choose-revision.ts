import { createSetupCommand } from '../../command/setup-command.ts';

export default createSetupCommand({ id: 'choose-revision', order: 762, title: 'Revision', of: 'revision' });
