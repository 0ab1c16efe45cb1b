import { spliceEvents } from '../../../engine/run/rows.ts';
import { NO_ROW, placeAfter } from '../../command/change.ts';
import type { Command } from '../../command/command.ts';
import { editable, editProgram } from '../../document/edit.ts';
import { chosenPiece, wordsOf } from '../../navigation/piece.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

export default {
  id: 'duplicate',
  order: 420,
  title: 'Duplicate',
  group: 'edit',
  keys: [],
  when(state, args) {
    const possible = editable(state);
    if (possible !== true) return possible;
    return chosenPiece(state, args) ? true : NO_ROW;
  },
  run(state, args) {
    const piece = chosenPiece(state, args);
    if (!piece) return NO_CHANGE;
    return editProgram(state, {
      label: `duplicate ${wordsOf(piece)}`,
      program: spliceEvents(state.document.program, piece.path, 0, piece.events),
      ...placeAfter(state, piece, piece.last - piece.first + 1),
    });
  },
} satisfies Command;
