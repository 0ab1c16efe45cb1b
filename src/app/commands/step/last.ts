import { createStepCommand } from '../../command/step-command.ts';
import { goToEnd } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'last',
  order: 70,
  title: 'Go to end',
  keys: ['End'],
  to: goToEnd,
  ofWhole: true,
});
