import type { Command } from '../../command/command.ts';
import { linkOf } from '../../share/link.ts';
import { LOCAL_LINK } from '../../share/link-base.ts';
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
    if (!link.ok) return { what, error: link.error };
    return { what, text: address.base + link.value, remark: address.isLocal ? LOCAL_LINK : undefined };
  },
} satisfies Command;
