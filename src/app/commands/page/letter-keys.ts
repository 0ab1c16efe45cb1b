import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

/** Switches keys without Ctrl or Alt off or on (WCAG 2.1.4). */
export default {
  id: 'letter-keys',
  order: 640,
  title: 'Turn single-letter keys on or off',
  group: 'page',
  keys: [],
  when: () => true,
  run: ({ letterKeys }) =>
    combine(
      changeView({ letterKeys: !letterKeys, inserting: false }),
      announce('view', `Single-letter keys ${letterKeys ? 'off' : 'on'}`),
    ),
} satisfies Command;
