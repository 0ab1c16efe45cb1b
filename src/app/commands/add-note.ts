import { adding } from '../add.ts';

export default adding({
  id: 'add-note',
  order: 310,
  title: 'note',
  event: (_state, { text = 'note' }) => ({ kind: 'note', text }),
});
