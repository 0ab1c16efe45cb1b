import { createStepCommand } from '../../command/step-command.ts';
import { toNextCallback } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'next-callback',
  order: 734,
  title: 'Next callback',
  keys: ['k'],
  to: toNextCallback,
  ofWhole: true,
});
