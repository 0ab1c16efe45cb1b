import { createStepCommand } from '../../command/step-command.ts';
import { goToStart } from '../../navigation/cursor-moves.ts';
import { rowCursor } from '../../state/cursor.ts';

export default createStepCommand({
  id: 'first',
  order: 60,
  title: 'Go to start',
  keys: ['Home'],
  // The playhead may be about to leave the start for where the document was opened.
  to: (state) => (state.destination === null ? goToStart(state) : rowCursor(-1)),
});
