import { createDialogCommand } from '../../command/showing.ts';

export default createDialogCommand({
  id: 'picture',
  order: 520,
  title: 'picture',
  group: 'share',
  keys: ['Shift+p'],
  dialog: 'picture',
  when: ({ trace }) => trace.reaches(0) || 'the program is empty',
});
