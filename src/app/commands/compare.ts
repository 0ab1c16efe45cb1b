import type { Command } from '../command.ts';

export default {
  id: 'compare',
  order: 530,
  title: 'compare revisions and architectures',
  group: 'page',
  keys: ['c'],
  when: () => true,
  run: ({ dialog }) => ({ dialog: dialog === 'compare' ? null : 'compare', playing: false }),
} satisfies Command;
