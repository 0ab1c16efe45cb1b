import { call, IN_INTERRUPT, returnIf } from '../ir/statements.ts';
import type { Revision } from './revision.ts';
import v6 from './v6.ts';

// The bodies after v6's interrupt test, for a task that the caller passes.
const [, ...pause] = v6.helpers.pause;
const [, ...resume] = v6.helpers.resume;

export default {
  ...v6,
  id: 'v7.2',
  order: 50,
  title: 'mainline 7.2',
  date: '2026-05-26',
  source: {
    subject: 'mm: Refactor lazy_mmu_mode_pause() and lazy_mmu_mode_resume()',
    ref: '811f0d8caa40',
  },
  changed:
    'Pause and resume call helpers that take a task and have no interrupt test, so that an architecture can pause a task that it switches out. The four public helpers behave as before.',
  aliases: ['7.2'],
  meets: ['7.2'],
  helpers: {
    ...v6.helpers,
    pause: [returnIf(IN_INTERRUPT), call('__task_pause')],
    resume: [returnIf(IN_INTERRUPT), call('__task_resume')],
    __task_pause: pause,
    __task_resume: resume,
  },
} satisfies Revision;
