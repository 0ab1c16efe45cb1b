import { createStepCommand } from '../../command/step-command.ts';
import { backward } from '../../navigation/cursor-moves.ts';

export default createStepCommand({ id: 'back', order: 20, title: 'Step back', keys: ['ArrowLeft', ','], to: backward });
