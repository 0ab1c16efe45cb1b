import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

export default {
  id: 'reset-keys',
  order: 750,
  title: 'Reset shortcuts',
  group: 'page',
  keys: [],
  when: ({ keys }) => Object.keys(keys).length > 0 || 'No shortcut has been changed',
  run: () => combine(changeView({ keys: {} }), announce('view', 'Shortcuts reset')),
} satisfies Command;
