import { createEditCommand } from '../../command/edit-command.ts';

export default createEditCommand({
  id: 'wrap-pause',
  order: 440,
  title: 'Wrap in a pause',
  keys: [],
  into: (events) => [{ kind: 'call', helper: 'pause' }, ...events, { kind: 'call', helper: 'resume' }],
  label: (_events, rows) => `wrap ${rows} in a pause`,
  shift: 1,
});
