import { createStepCommand } from '../../command/step-command.ts';
import { findNextFlush } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'next-flush',
  order: 730,
  title: 'Next flush',
  keys: ['f'],
  to: findNextFlush,
  ofWhole: true,
});
