import type { Command } from '../../command/command.ts';
import { checkEditable } from '../../document/program-edit.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

/** For touch screens. Ctrl+V belongs to the browser, which hands over the text by itself. */
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
