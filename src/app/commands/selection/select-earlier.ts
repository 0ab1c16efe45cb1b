import { createSelectCommand } from '../../command/select-command.ts';

export default createSelectCommand({
  id: 'select-earlier',
  order: 402,
  title: 'Extend selection one event earlier',
  keys: ['Shift+ArrowLeft'],
  to: (head) => (head > 1 ? head - 1 : 'Already at the first event'),
});
