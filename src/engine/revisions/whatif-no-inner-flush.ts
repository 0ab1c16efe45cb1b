import { callback, is, preDecrement, when } from '../ir/statements.ts';
import type { Revision } from './revision.ts';
import v6 from './v6.ts';

export default {
  ...v6,
  id: 'whatif-no-inner-flush',
  order: 90,
  title: 'what if: the inner disable does not flush',
  date: null,
  source: {
    subject: 'Ryan Roberts, June 2025: a page made valid inside a section, then written to',
    ref: 'what-if of v6',
  },
  changed: 'Compared with v6: a nested disable only counts. Shows why every disable flushes.',
  aliases: [],
  helpers: {
    ...v6.helpers,
    disable: [...v6.helpers.disable.slice(0, -1), when(is(preDecrement('enable_count'), '==', 0), [callback('leave')])],
  },
} satisfies Revision;
