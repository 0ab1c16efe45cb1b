import { createStepCommand } from '../../command/step-command.ts';
import { findPreviousFinding } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'previous-finding',
  order: 90,
  title: 'Previous problem',
  keys: ['['],
  to: findPreviousFinding,
  ofWhole: true,
});
