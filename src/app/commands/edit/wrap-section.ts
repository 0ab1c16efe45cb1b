import { createEditCommand } from '../../command/edit-command.ts';

export default createEditCommand({
  id: 'wrap-section',
  order: 435,
  title: 'Wrap in a section',
  keys: [],
  into: (events) => [{ kind: 'call', helper: 'enable' }, ...events, { kind: 'call', helper: 'disable' }],
  label: (_events, rows) => `wrap ${rows} in a section`,
  shift: 1,
});
