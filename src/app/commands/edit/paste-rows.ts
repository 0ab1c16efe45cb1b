import type { Command } from '../../command/command.ts';
import { checkEditable } from '../../document/program-edit.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

/** For fingers, which have no Ctrl+V; the key itself is the browser's, which then hands the text over unasked. */
export default {
  id: 'paste-rows',
  order: 451,
  title: 'Paste program text',
  group: 'edit',
  keys: [],
  pastes: true,
  when: checkEditable,
  run: () => NO_CHANGE,
} satisfies Command;
