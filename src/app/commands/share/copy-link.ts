import type { Command } from '../../command/command.ts';
import { linkText } from '../../share/link-text.ts';

export default {
  id: 'copy-link',
  order: 510,
  title: 'copy link',
  group: 'share',
  keys: ['Shift+y'],
  when: () => true,
  run: () => ({}),
  copy: (state, address) => ({
    text: linkText(state).then((link) => address + link),
    what: 'the link',
  }),
} satisfies Command;
