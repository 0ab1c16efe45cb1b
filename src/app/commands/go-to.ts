import { showing } from '../showing.ts';

export default showing({
  id: 'go-to',
  order: 738,
  title: 'go to a row, line or finding …',
  group: 'step',
  keys: ['g'],
  dialog: 'go-to',
});
