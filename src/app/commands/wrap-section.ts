import { changing } from '../change.ts';

export default changing({
  id: 'wrap-section',
  order: 435,
  title: 'put into a section',
  keys: [],
  into: (event) => [{ kind: 'call', helper: 'enable' }, event, { kind: 'call', helper: 'disable' }],
  name: (_event, row) => `put row ${row} into a section`,
  caret: 1,
});
