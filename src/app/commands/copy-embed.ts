import type { Command } from '../command.ts';
import { linkOf } from '../link.ts';

/** The frame's address is a link, so that the page which holds it needs nothing else of ours. */
export default {
  id: 'copy-embed',
  order: 515,
  title: 'copy for embedding',
  group: 'share',
  keys: [],
  when(state) {
    const link = linkOf(state);
    return link.ok || link.error;
  },
  run: () => ({}),
  copy(state, address) {
    const link = linkOf(state);
    const source = `${address.replace(/\?.*$/s, '')}?embed${link.ok ? link.value : ''}`;
    const title = `Lazy MMU Visualiser: ${state.document.title ?? 'a program'}`;
    return {
      text: `<iframe src="${escaped(source)}" title="${escaped(title)}" width="100%" height="760" loading="lazy"></iframe>`,
      what: 'the frame for another page',
    };
  },
} satisfies Command;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&"<>]/g, (sign) => ENTITIES[sign] ?? sign);
