import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

export default {
  id: 'insert-mode',
  order: 195,
  title: 'Insert mode: letter keys',
  group: 'add',
  keys: ['i', 'Enter'],
  when: ({ letterKeys }) => letterKeys || 'Single-letter keys are off',
  run: ({ inserting }) =>
    combine(changeView({ inserting: !inserting }), announce('view', inserting ? 'Insert mode off' : 'Insert mode on')),
} satisfies Command;
