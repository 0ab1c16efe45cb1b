import { createDialogCommand } from '../../command/showing.ts';

export default createDialogCommand({
  id: 'picture-comparison',
  order: 522,
  title: 'picture of the comparison',
  group: 'share',
  keys: [],
  dialog: 'comparison-picture',
  when: ({ trace }) => trace.reaches(0) || 'the program is empty',
});
