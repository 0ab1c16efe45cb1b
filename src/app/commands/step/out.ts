import { createStepCommand } from '../../command/step-command.ts';
import { stepOut } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'out',
  order: 50,
  title: 'Step out',
  keys: ['o'],
  to: stepOut,
});
