import { createMoveCommand } from '../../command/move-command.ts';

export default createMoveCommand({
  id: 'move-later',
  order: 430,
  title: 'Move later',
  keys: ['Alt+ArrowDown'],
  timelineKeys: ['Alt+ArrowRight'],
  by: 1,
});
