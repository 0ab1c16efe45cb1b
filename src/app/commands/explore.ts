import { showing } from '../showing.ts';

export default showing({
  id: 'explore',
  order: 535,
  title: 'explore every order of events',
  group: 'page',
  keys: ['Shift+x'],
  dialog: 'explore',
});
