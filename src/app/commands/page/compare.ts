import { showing } from '../../command/showing.ts';

export default showing({
  id: 'compare',
  order: 530,
  title: 'compare revisions and architectures',
  group: 'page',
  keys: ['c'],
  dialog: 'compare',
});
