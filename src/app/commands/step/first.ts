import { createStepCommand } from '../../command/step-command.ts';
import { goToStart } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'first',
  order: 60,
  title: 'Go to start',
  keys: ['Home'],
  to: goToStart,
});
