import { createDialogCommand } from '../../command/dialog-command.ts';

/** Opens the list of the documents in this browser. */
export default createDialogCommand({
  id: 'documents',
  order: 605,
  title: 'Documents: open, rename or delete …',
  group: 'show',
  keys: ['Ctrl+o'],
  inText: true,
  dialog: 'documents',
});
