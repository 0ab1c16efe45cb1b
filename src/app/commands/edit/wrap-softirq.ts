import { createWrapCommand } from '../../command/wrap-command.ts';

export default createWrapCommand({ id: 'wrap-softirq', order: 446, title: 'Wrap in a softirq', kind: 'softirq' });
