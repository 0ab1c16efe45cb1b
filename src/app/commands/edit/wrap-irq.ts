import { createWrapCommand } from '../../command/wrapping.ts';

export default createWrapCommand({ id: 'wrap-irq', order: 445, title: 'put into an interrupt', kind: 'irq' });
