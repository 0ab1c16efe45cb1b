import { wrapping } from '../../command/wrapping.ts';

export default wrapping({ id: 'wrap-irq', order: 445, title: 'put into an interrupt', kind: 'irq' });
