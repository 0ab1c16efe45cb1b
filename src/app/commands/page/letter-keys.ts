import type { Command } from '../../command/command.ts';

/** WCAG 2.1.4: keys without Ctrl or Alt can be switched off. */
export default {
  id: 'letter-keys',
  order: 640,
  title: 'single-letter keys on or off',
  group: 'page',
  keys: [],
  when: () => true,
  run: ({ letterKeys }) => ({
    letterKeys: !letterKeys,
    inserting: false,
    said: `single-letter keys ${letterKeys ? 'off' : 'on'}`,
  }),
} satisfies Command;
