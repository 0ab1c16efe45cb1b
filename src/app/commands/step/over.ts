import { createStepCommand } from '../../command/step-command.ts';
import { onward } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'over',
  order: 40,
  title: 'Step over',
  keys: ['n'],
  to: onward,
});
