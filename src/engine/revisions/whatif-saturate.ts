import type { Revision } from './revision.ts';
import v6 from './v6.ts';

export default {
  ...v6,
  id: 'whatif-saturate',
  order: 91,
  title: 'what if: counters saturate',
  date: null,
  source: {
    subject: 'Kevin Brodsky on v3: saturate or wrap on over- and underflow; answered by wrap, warn once',
    ref: 'what-if of v6',
  },
  changed:
    'Compared with v6: the counters saturate at 0 and 255 instead of wrapping, so that a double disable recovers.',
  aliases: [],
  fields: v6.fields.map((field) => ({ ...field, type: 'u8-saturating' as const })),
} satisfies Revision;
