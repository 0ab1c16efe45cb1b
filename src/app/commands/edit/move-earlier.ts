import { createMoveCommand } from '../../command/move-command.ts';

export default createMoveCommand({
  id: 'move-earlier',
  order: 425,
  title: 'Move earlier',
  keys: ['Alt+ArrowUp'],
  timelineKeys: ['Alt+ArrowLeft'],
  by: -1,
});
