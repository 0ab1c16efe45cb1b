import { createStepCommand } from '../../command/step-command.ts';
import { stepForward, stepInto } from '../../navigation/cursor-moves.ts';

export default createStepCommand({
  id: 'into',
  order: 30,
  title: 'Step into',
  keys: ['s'],
  to: stepInto,
  // Wherever there is an end of a row ahead, there is a statement or that end: nothing need be looked up.
  possible: stepForward,
});
