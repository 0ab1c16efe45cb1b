import { stepping } from '../../command/step-command.ts';
import { toNextFinding } from '../../navigation/cursor-moves.ts';

export default stepping({
  id: 'next-finding',
  order: 80,
  title: 'next finding',
  keys: [']'],
  to: toNextFinding,
  ofWhole: true,
});
