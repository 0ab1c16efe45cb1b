import { createStepCommand } from '../../command/step-command.ts';
import { stepBack } from '../../navigation/cursor-moves.ts';

export default createStepCommand({ id: 'back', order: 20, title: 'Step back', keys: ['ArrowLeft', ','], to: stepBack });
