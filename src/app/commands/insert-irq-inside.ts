import type { Block, Event } from '../../engine/model.ts';
import { splice } from '../../engine/rows.ts';
import type { Command } from '../command.ts';
import { editable, edited } from '../edit.ts';
import { numberAt } from '../row.ts';
import type { AppState } from '../state.ts';
import { detailAt } from '../steps.ts';

/** An interrupt with a section of its own, between the statement at the cursor and the next. */
export default {
  id: 'insert-irq-inside',
  order: 450,
  title: 'interrupt after this statement',
  group: 'edit',
  keys: [],
  when(state) {
    const possible = editable(state);
    if (possible !== true) return possible;
    return statementAt(state) === null ? 'step to a statement of a call first' : true;
  },
  run(state) {
    const statement = statementAt(state);
    const row = state.trace.rowAt(state.cursor.slot);
    if (statement === null || row.event.kind !== 'call') return {};
    const irq: Event = {
      kind: 'irq',
      body: [
        { kind: 'call', helper: 'enable' },
        { kind: 'call', helper: 'disable' },
      ],
    };
    const block: Block = { anchor: { at: 'statement', number: statement }, events: [irq] };
    // Blocks before this part of the call have run; the new one comes right behind them.
    const inside = (row.event.inside ?? []).toSpliced(row.part, 0, block);
    const program = splice(state.document.program, row.path, 1, [{ ...row.event, inside }]);
    const number = numberAt(state.trace, row.path);
    return edited(state, {
      name: `interrupt row ${number} after statement ${statement}`,
      program,
      caret: row.number,
      cursor: state.cursor,
    });
  },
} satisfies Command;

/** The number of the helper's statement at the cursor; null where it is at none. */
function statementAt({ trace, cursor }: AppState): number | null {
  if (cursor.moment === null || trace.rowAt(cursor.slot).event.kind !== 'call') return null;
  return detailAt(trace, cursor.slot).moments[cursor.moment]?.statement ?? null;
}
