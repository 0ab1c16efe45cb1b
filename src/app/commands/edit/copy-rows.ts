import { printProgram } from '../../../notation/text/print.ts';
import { NO_ROW } from '../../command/change.ts';
import type { Command } from '../../command/command.ts';
import { chosenPiece, wordsOf } from '../../navigation/piece.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

export default {
  id: 'copy-rows',
  order: 448,
  title: 'Copy as program text',
  group: 'edit',
  keys: ['Ctrl+c'],
  when: (state, args) => (chosenPiece(state, args) ? true : NO_ROW),
  run: () => NO_CHANGE,
  copy(state, _address, args) {
    const piece = chosenPiece(state, args);
    return piece ? { text: printProgram(piece.events), what: wordsOf(piece) } : null;
  },
} satisfies Command;
