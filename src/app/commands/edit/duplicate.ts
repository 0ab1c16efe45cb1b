import { spliceEvents } from '../../../engine/run/rows.ts';
import type { Command } from '../../command/command.ts';
import { NO_EVENT, positionAfterEdit } from '../../command/edit-command.ts';
import { checkEditable, editProgram } from '../../document/program-edit.ts';
import { describeRange, targetRange } from '../../navigation/event-range.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

export default {
  id: 'duplicate',
  order: 420,
  title: 'Duplicate',
  group: 'edit',
  keys: [],
  when(state, args) {
    const possible = checkEditable(state);
    if (possible !== true) return possible;
    return targetRange(state, args) ? true : NO_EVENT;
  },
  run(state, args) {
    const piece = targetRange(state, args);
    if (!piece) return NO_CHANGE;
    return editProgram(state, {
      label: `duplicate ${describeRange(piece)}`,
      program: spliceEvents(state.document.program, piece.path, 0, piece.events),
      ...positionAfterEdit(state, piece, piece.last - piece.first + 1),
    });
  },
} satisfies Command;
