import { wrapping } from '../../command/wrapping.ts';

export default wrapping({ id: 'wrap-softirq', order: 446, title: 'put into a softirq', kind: 'softirq' });
