import { createStepCommand } from '../../command/step-command.ts';
import { toEnd } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'last',
  order: 70,
  title: 'Go to end',
  keys: ['End'],
  to: toEnd,
  ofWhole: true,
});
