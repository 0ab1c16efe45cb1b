import type { Command } from '../command.ts';
import { linkOf } from '../link.ts';

export default {
  id: 'copy-link',
  order: 510,
  title: 'copy link',
  group: 'share',
  keys: ['Shift+y'],
  when(state) {
    const link = linkOf(state);
    return link.ok || link.error;
  },
  run: () => ({}),
  copy(state, address) {
    const link = linkOf(state);
    return { text: address + (link.ok ? link.value : ''), what: 'the link' };
  },
} satisfies Command;
