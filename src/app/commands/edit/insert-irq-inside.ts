import type { Event } from '../../../engine/model.ts';
import type { Command } from '../../command/command.ts';
import { checkEditable, editProgram } from '../../document/program-edit.ts';
import { rowNumberAt } from '../../document/row-path.ts';
import { callPosition, insertInCall } from '../../navigation/call-position.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

/** Inserts an interrupt with a section of its own after the statement at the playhead. */
export default {
  id: 'insert-irq-inside',
  order: 450,
  title: 'Insert interrupt after this statement',
  group: 'edit',
  keys: [],
  when(state) {
    const possible = checkEditable(state);
    if (possible !== true) return possible;
    return callPosition(state) === null ? 'Step to a statement of a call first' : true;
  },
  run(state) {
    const inside = callPosition(state);
    if (!inside) return NO_CHANGE;
    const irq: Event = {
      kind: 'irq',
      body: [
        { kind: 'call', helper: 'enable' },
        { kind: 'call', helper: 'disable' },
      ],
    };
    return editProgram(state, {
      label: `interrupt event ${rowNumberAt(state.trace, inside.path)} after statement ${inside.statement}`,
      program: insertInCall(state.document.program, inside, [irq]),
      caret: state.trace.rowAt(state.cursor.slot).number,
      playhead: state.cursor,
    });
  },
} satisfies Command;
