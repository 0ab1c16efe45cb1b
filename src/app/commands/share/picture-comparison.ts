import { createDialogCommand } from '../../command/dialog-command.ts';

export default createDialogCommand({
  id: 'picture-comparison',
  order: 522,
  title: 'Picture of the comparison',
  group: 'share',
  keys: [],
  dialog: 'comparison-picture',
  when: ({ trace }) => trace.reaches(0) || 'The program is empty',
});
