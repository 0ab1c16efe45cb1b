import type { Event } from '../../../engine/model.ts';
import type { Command } from '../../command/command.ts';
import { editable, editProgram } from '../../document/edit.ts';
import { numberAt } from '../../document/row.ts';
import { insideAt, putInside } from '../../navigation/inside.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

/** An interrupt with a section of its own, between the statement at the cursor and the next. */
export default {
  id: 'insert-irq-inside',
  order: 450,
  title: 'Insert interrupt after this statement',
  group: 'edit',
  keys: [],
  when(state) {
    const possible = editable(state);
    if (possible !== true) return possible;
    return insideAt(state) === null ? 'Step to a statement of a call first' : true;
  },
  run(state) {
    const inside = insideAt(state);
    if (!inside) return NO_CHANGE;
    const irq: Event = {
      kind: 'irq',
      body: [
        { kind: 'call', helper: 'enable' },
        { kind: 'call', helper: 'disable' },
      ],
    };
    return editProgram(state, {
      label: `interrupt event ${numberAt(state.trace, inside.path)} after statement ${inside.statement}`,
      program: putInside(state.document.program, inside, [irq]),
      caret: state.trace.rowAt(state.cursor.slot).number,
      playhead: state.cursor,
    });
  },
} satisfies Command;
