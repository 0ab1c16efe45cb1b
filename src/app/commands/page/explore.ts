import { showing } from '../../command/showing.ts';

export default showing({
  id: 'explore',
  order: 535,
  title: 'explore every order of events',
  group: 'page',
  keys: ['Shift+x'],
  dialog: 'explore',
});
