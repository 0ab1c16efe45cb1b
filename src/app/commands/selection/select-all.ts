import type { Command } from '../../command/command.ts';
import { EMPTY_PROGRAM, selectRows } from '../../command/select-command.ts';

export default {
  id: 'select-all',
  order: 406,
  title: 'Select all events',
  group: 'edit',
  keys: ['Ctrl+a'],
  when: ({ trace }) => trace.rows.length > 0 || EMPTY_PROGRAM,
  run: (state) => selectRows(state, { anchor: 1, head: state.trace.rows.length, open: false }),
} satisfies Command;
