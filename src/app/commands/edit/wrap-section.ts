import { changing } from '../../command/change.ts';

export default changing({
  id: 'wrap-section',
  order: 435,
  title: 'put into a section',
  keys: [],
  into: (events) => [{ kind: 'call', helper: 'enable' }, ...events, { kind: 'call', helper: 'disable' }],
  name: (_events, rows) => `put ${rows} into a section`,
  shift: 1,
});
