import { changing } from '../change.ts';

export default changing({
  id: 'wrap-pause',
  order: 440,
  title: 'put into a pause',
  keys: [],
  into: (event) => [{ kind: 'call', helper: 'pause' }, event, { kind: 'call', helper: 'resume' }],
  name: (_event, row) => `put row ${row} into a pause`,
  caret: 1,
});
