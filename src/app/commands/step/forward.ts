import { createStepCommand } from '../../command/step-command.ts';
import { stepForward } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'forward',
  order: 10,
  title: 'Step forward',
  keys: ['ArrowRight', '.'],
  to: stepForward,
});
