import { createStepCommand } from '../../command/step-command.ts';
import { stepBack } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'click-back',
  order: 776,
  title: 'Step back (clicker)',
  keys: ['PageUp'],
  only: 'presentation',
  to: stepBack,
});
