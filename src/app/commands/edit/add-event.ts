import { createDialogCommand } from '../../command/showing.ts';
import { editable } from '../../document/edit.ts';

/** What can be added, where the caret is: behind the sign at the caret, and for those who use no pointer. */
export default createDialogCommand({
  id: 'add-event',
  order: 399,
  title: 'Insert event …',
  group: 'edit',
  keys: ['Shift+i', 'Insert'],
  when: editable,
  dialog: 'add-event',
});
