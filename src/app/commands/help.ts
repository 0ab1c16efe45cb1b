import type { Command } from '../command.ts';

export default {
  id: 'help',
  order: 650,
  title: 'help: all keys',
  group: 'page',
  keys: ['?'],
  when: () => true,
  run: ({ dialog }) => ({ dialog: dialog === 'help' ? null : 'help' }),
} satisfies Command;
