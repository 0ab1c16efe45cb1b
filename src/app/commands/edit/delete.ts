import { createEditCommand } from '../../command/edit-command.ts';

export default createEditCommand({
  id: 'delete',
  order: 410,
  title: 'Delete',
  keys: ['Delete'],
  into: () => [],
  label: (_events, rows) => `delete ${rows}`,
  shift: null,
});
