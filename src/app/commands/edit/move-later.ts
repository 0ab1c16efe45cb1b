import { createMoveCommand } from '../../command/move.ts';

export default createMoveCommand({
  id: 'move-later',
  order: 430,
  title: 'move later',
  keys: ['Alt+ArrowDown'],
  alongKeys: ['Alt+ArrowRight'],
  by: 1,
});
