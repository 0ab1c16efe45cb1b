import type { Command } from '../command.ts';

export default {
  id: 'modelled',
  order: 660,
  title: 'what is modelled',
  group: 'page',
  keys: ['m'],
  when: () => true,
  run: ({ dialog }) => ({ dialog: dialog === 'modelled' ? null : 'modelled' }),
} satisfies Command;
