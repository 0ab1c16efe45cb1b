import { printProgram } from '../../../notation/text/print.ts';
import type { Command } from '../../command/command.ts';
import { NO_EVENT } from '../../command/edit-command.ts';
import { describeRange, targetRange } from '../../navigation/event-range.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

export default {
  id: 'copy-rows',
  order: 448,
  title: 'Copy as program text',
  group: 'edit',
  keys: ['Ctrl+c'],
  when: (state, args) => (targetRange(state, args) ? true : NO_EVENT),
  run: () => NO_CHANGE,
  copy(state, _address, args) {
    const piece = targetRange(state, args);
    return piece ? { text: printProgram(piece.events), what: describeRange(piece) } : null;
  },
} satisfies Command;
