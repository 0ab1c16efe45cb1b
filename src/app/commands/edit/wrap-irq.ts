import { createWrapCommand } from '../../command/wrap-command.ts';

export default createWrapCommand({ id: 'wrap-irq', order: 445, title: 'Wrap in an interrupt', kind: 'irq' });
