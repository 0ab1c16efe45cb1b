import type { Command } from '../../command/command.ts';
import { nameOf } from '../../document/scenario-document.ts';
import { linkText } from '../../share/link-text.ts';

/** The frame's address is a link, so that the page which holds it needs nothing else of ours. */
export default {
  id: 'copy-embed',
  order: 515,
  title: 'copy for embedding',
  group: 'share',
  keys: [],
  when: () => true,
  run: () => ({}),
  copy: (state, address) => ({
    text: linkText(state).then((link) => {
      const source = `${address.replace(/\?.*$/s, '')}?embed${link}`;
      const title = `Lazy MMU Visualiser: ${nameOf(state.document) ?? 'a program'}`;
      return `<iframe src="${escaped(source)}" title="${escaped(title)}" width="100%" height="760" loading="lazy"></iframe>`;
    }),
    what: 'the frame for another page',
  }),
} satisfies Command;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&"<>]/g, (sign) => ENTITIES[sign] ?? sign);
