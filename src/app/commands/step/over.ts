import { createStepCommand } from '../../command/step-command.ts';
import { stepForward } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'over',
  order: 40,
  title: 'Step over',
  keys: ['n'],
  to: stepForward,
});
