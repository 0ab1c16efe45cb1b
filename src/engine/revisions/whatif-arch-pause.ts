import { and, field, is, ownCallback, postIncrement, preDecrement, when } from '../ir/statements.ts';
import type { Revision } from './revision.ts';
import v6 from './v6.ts';

const open = is(field('enable_count'), '>', 0);

export default {
  ...v6,
  id: 'whatif-arch-pause',
  order: 92,
  title: 'what if: arch_pause and arch_resume',
  date: null,
  source: {
    subject:
      'Alexander Gordeev on v2: resume cannot know the parameters of enable, so they need callbacks of their own',
    ref: 'what-if of v6',
  },
  changed:
    'Compared with v6: pause and resume call arch_pause() and arch_resume(), which are leave and enter unless the architecture has its own.',
  aliases: [],
  helpers: {
    ...v6.helpers,
    pause: [
      ...v6.helpers.pause.slice(0, -1),
      when(and(is(postIncrement('pause_count'), '==', 0), open), [ownCallback('pause', 'leave')]),
    ],
    resume: [
      ...v6.helpers.resume.slice(0, -1),
      when(and(is(preDecrement('pause_count'), '==', 0), open), [ownCallback('resume', 'enter')]),
    ],
  },
} satisfies Revision;
