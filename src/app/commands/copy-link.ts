import type { Command } from '../command.ts';

export default {
  id: 'copy-link',
  order: 510,
  title: 'copy link',
  group: 'share',
  keys: ['Shift+y'],
  when: () => true,
  run: () => ({}),
  copy: (state, address) => ({
    text: import('../link.ts').then(({ linkOf }) => {
      const link = linkOf(state);
      if (!link.ok) throw new Error(link.error);
      return address + link.value;
    }),
    what: 'the link',
  }),
} satisfies Command;
