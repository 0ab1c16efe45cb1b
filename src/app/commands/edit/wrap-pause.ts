import { changing } from '../../command/change.ts';

export default changing({
  id: 'wrap-pause',
  order: 440,
  title: 'put into a pause',
  keys: [],
  into: (events) => [{ kind: 'call', helper: 'pause' }, ...events, { kind: 'call', helper: 'resume' }],
  name: (_events, rows) => `put ${rows} into a pause`,
  shift: 1,
});
