import { showing } from '../../command/showing.ts';

export default showing({
  id: 'modelled',
  order: 660,
  title: 'what is modelled',
  group: 'page',
  keys: ['m'],
  dialog: 'modelled',
});
