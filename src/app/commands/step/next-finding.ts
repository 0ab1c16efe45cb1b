import { createStepCommand } from '../../command/step-command.ts';
import { findNextFinding } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'next-finding',
  order: 80,
  title: 'Next problem',
  keys: [']'],
  to: findNextFinding,
  ofWhole: true,
});
