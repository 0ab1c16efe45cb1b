import { createDialogCommand } from '../../command/dialog-command.ts';
import { checkEditable } from '../../document/program-edit.ts';

/** Opens the dialog of events to insert, as the button at the caret does. */
export default createDialogCommand({
  id: 'add-event',
  order: 399,
  title: 'Insert event …',
  group: 'edit',
  keys: ['Shift+i', 'Insert'],
  when: checkEditable,
  dialog: 'add-event',
});
