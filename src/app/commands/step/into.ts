import { createStepCommand } from '../../command/step-command.ts';
import { stepForward, stepInto } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'into',
  order: 30,
  title: 'Step into',
  keys: ['s'],
  to: stepInto,
  // If there is another row, there is a statement in it or its end: no details are needed.
  possible: stepForward,
});
