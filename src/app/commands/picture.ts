import type { Command } from '../command.ts';

export default {
  id: 'picture',
  order: 520,
  title: 'picture',
  group: 'share',
  keys: ['Shift+p'],
  when: ({ trace }) => trace.length > 0 || 'the program is empty',
  run: ({ dialog }) => ({ dialog: dialog === 'picture' ? null : 'picture' }),
} satisfies Command;
