import { createStepCommand } from '../../command/step-command.ts';
import { toNextFlush } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'next-flush',
  order: 730,
  title: 'next flush',
  keys: ['f'],
  to: toNextFlush,
  ofWhole: true,
});
