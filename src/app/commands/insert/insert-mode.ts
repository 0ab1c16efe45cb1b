import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

export default {
  id: 'insert-mode',
  order: 195,
  title: 'insert mode: letters add events',
  group: 'add',
  keys: ['i', 'Enter'],
  when: ({ letterKeys }) => letterKeys || 'single-letter keys are switched off',
  run: ({ inserting }) =>
    combine(changeView({ inserting: !inserting }), announce('view', inserting ? 'insert mode off' : 'insert mode on')),
} satisfies Command;
