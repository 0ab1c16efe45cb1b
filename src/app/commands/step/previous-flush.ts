import { createStepCommand } from '../../command/step-command.ts';
import { findPreviousFlush } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'previous-flush',
  order: 732,
  title: 'Previous flush',
  keys: ['Shift+f'],
  to: findPreviousFlush,
  ofWhole: true,
});
