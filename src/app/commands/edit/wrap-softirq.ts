import { createWrapCommand } from '../../command/wrapping.ts';

export default createWrapCommand({ id: 'wrap-softirq', order: 446, title: 'Wrap in a softirq', kind: 'softirq' });
