import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

export default {
  id: 'reset-keys',
  order: 750,
  title: 'all keys as they were',
  group: 'page',
  keys: [],
  when: ({ keys }) => Object.keys(keys).length > 0 || 'no key has been changed',
  run: () => combine(changeView({ keys: {} }), announce('view', 'all keys are as they were')),
} satisfies Command;
