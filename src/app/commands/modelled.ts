import { showing } from '../showing.ts';

export default showing({
  id: 'modelled',
  order: 660,
  title: 'what is modelled',
  group: 'page',
  keys: ['m'],
  dialog: 'modelled',
});
