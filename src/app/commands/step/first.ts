import { createStepCommand } from '../../command/step-command.ts';
import { toStart } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'first',
  order: 60,
  title: 'before the first step',
  keys: ['Home'],
  to: toStart,
});
