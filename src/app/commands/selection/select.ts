import type { Command } from '../../command/command.ts';
import { EMPTY_PROGRAM, selectRows } from '../../command/select-command.ts';
import { announce } from '../../state/transaction.ts';

/** Begins a selection that plain presses extend, or clears it. */
export default {
  id: 'select',
  order: 407,
  title: 'Select events',
  group: 'edit',
  keys: ['Shift+s'],
  when: ({ trace }) => trace.rows.length > 0 || EMPTY_PROGRAM,
  run(state) {
    const { selection, caret } = state;
    if (selection?.open) return { selection: null, ...announce('selected', 'Selection cleared') };
    const row = Math.max(1, caret);
    return selectRows(state, { ...(selection ?? { anchor: row, head: row }), open: true });
  },
} satisfies Command;
