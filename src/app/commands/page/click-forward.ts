import { createStepCommand } from '../../command/step-command.ts';
import { stepForward } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'click-forward',
  order: 774,
  title: 'Step forward (clicker)',
  keys: ['PageDown'],
  only: 'presentation',
  to: stepForward,
});
