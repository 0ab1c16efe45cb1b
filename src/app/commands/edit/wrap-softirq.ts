import { createWrapCommand } from '../../command/wrapping.ts';

export default createWrapCommand({ id: 'wrap-softirq', order: 446, title: 'put into a softirq', kind: 'softirq' });
