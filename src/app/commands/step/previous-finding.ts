import { stepping } from '../../command/step-command.ts';
import { toPreviousFinding } from '../../navigation/cursor-moves.ts';

export default stepping({
  id: 'previous-finding',
  order: 90,
  title: 'previous finding',
  keys: ['['],
  to: toPreviousFinding,
  ofWhole: true,
});
