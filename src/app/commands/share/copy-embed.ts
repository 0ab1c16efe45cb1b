import type { Command } from '../../command/command.ts';
import { displayTitle } from '../../document/scenario-document.ts';
import { linkOf } from '../../share/link.ts';
import { LOCAL_LINK } from '../../share/link-base.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

/** The address of the frame is a link, so that the other page needs nothing else. */
export default {
  id: 'copy-embed',
  order: 515,
  title: 'Copy embed code',
  group: 'share',
  keys: [],
  when: () => true,
  run: () => NO_CHANGE,
  copy(state, address) {
    const what = 'the embed code';
    const link = linkOf(state);
    if (!link.ok) return { what, error: link.error };
    const source = `${address.base.replace(/\?.*$/s, '')}?embed${link.value}`;
    const title = `Lazy MMU Visualiser: ${displayTitle(state.document) ?? 'a program'}`;
    const text = `<iframe src="${escaped(source)}" title="${escaped(title)}" width="100%" height="760" loading="lazy"></iframe>`;
    return { what, text, remark: address.isLocal ? LOCAL_LINK : undefined };
  },
} satisfies Command;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&"<>]/g, (sign) => ENTITIES[sign] ?? sign);
