import { createEditCommand } from '../../command/change.ts';

export default createEditCommand({
  id: 'wrap-section',
  order: 435,
  title: 'put into a section',
  keys: [],
  into: (events) => [{ kind: 'call', helper: 'enable' }, ...events, { kind: 'call', helper: 'disable' }],
  label: (_events, rows) => `put ${rows} into a section`,
  shift: 1,
});
