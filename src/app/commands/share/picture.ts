import { createDialogCommand } from '../../command/dialog-command.ts';

export default createDialogCommand({
  id: 'picture',
  order: 520,
  title: 'Picture',
  group: 'share',
  keys: ['Shift+p'],
  dialog: 'picture',
  when: ({ trace }) => trace.reaches(0) || 'The program is empty',
});
