import { createDialogCommand } from '../../command/dialog-command.ts';
import { checkEditable } from '../../document/program-edit.ts';

/** What can be added, where the caret is: behind the sign at the caret, and for those who use no pointer. */
export default createDialogCommand({
  id: 'add-event',
  order: 399,
  title: 'Insert event …',
  group: 'edit',
  keys: ['Shift+i', 'Insert'],
  when: checkEditable,
  dialog: 'add-event',
});
