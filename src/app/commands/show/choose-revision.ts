import { createSetupCommand } from '../../command/choosing.ts';

export default createSetupCommand({ id: 'choose-revision', order: 762, title: 'Revision', of: 'revision' });
