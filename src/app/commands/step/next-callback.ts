import { createStepCommand } from '../../command/step-command.ts';
import { findNextCallback } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'next-callback',
  order: 734,
  title: 'Next callback',
  keys: ['k'],
  to: findNextCallback,
  ofWhole: true,
});
