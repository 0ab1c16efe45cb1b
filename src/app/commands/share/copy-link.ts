import type { Command } from '../../command/command.ts';
import { linkOf } from '../../share/link.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

export default {
  id: 'copy-link',
  order: 510,
  title: 'Copy link',
  group: 'share',
  keys: ['Shift+y'],
  when: () => true,
  run: () => NO_CHANGE,
  copy(state, address) {
    const what = 'the link';
    const link = linkOf(state);
    return link.ok ? { what, text: address + link.value } : { what, error: link.error };
  },
} satisfies Command;
