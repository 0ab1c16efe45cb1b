import { rowsOf, splice } from '../../engine/rows.ts';
import { NO_ROW } from '../change.ts';
import type { Command } from '../command.ts';
import { editable, edited } from '../edit.ts';
import { chosenRow, numberAt } from '../row.ts';

export default {
  id: 'duplicate',
  order: 420,
  title: 'duplicate',
  group: 'edit',
  keys: [],
  when(state, args) {
    const possible = editable(state);
    if (possible !== true) return possible;
    return chosenRow(state, args) ? true : NO_ROW;
  },
  run(state, args) {
    const row = chosenRow(state, args);
    if (!row) return {};
    const program = splice(state.document.program, row.path, 0, [row.event]);
    const number = numberAt(state.trace, row.path);
    return edited(state, { name: `duplicate row ${number}`, program, caret: number + rowsOf([row.event]).length });
  },
} satisfies Command;
