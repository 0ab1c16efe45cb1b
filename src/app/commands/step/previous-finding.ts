import { createStepCommand } from '../../command/step-command.ts';
import { toPreviousFinding } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'previous-finding',
  order: 90,
  title: 'Previous problem',
  keys: ['['],
  to: toPreviousFinding,
  ofWhole: true,
});
