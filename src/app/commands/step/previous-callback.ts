import { createStepCommand } from '../../command/step-command.ts';
import { findPreviousCallback } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'previous-callback',
  order: 736,
  title: 'Previous callback',
  keys: ['Shift+k'],
  to: findPreviousCallback,
  ofWhole: true,
});
