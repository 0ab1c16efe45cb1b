import { currentOf, taskOf } from '../../machine.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'helper-while-paused',
  order: 45,
  title: 'no helper is called between a pause and its resume',
  severity: 'warning',
  why: 'The code between pause() and resume() must not change the lazy MMU state; the checks of this revision notice only some of these calls.',
  source:
    'comment on the lazy MMU mode in include/linux/pgtable.h, v3 07/13 and v4 07/12; since v5 these calls are legal',
  reads: ['open-calls'],
  on: ['return'],
  judge(occasion, machine, world) {
    if (occasion.at !== 'return' || !world.revision.forbidsHelpersWhilePaused) return null;
    const { helper, effective, pause, statement } = occasion;
    // In interrupt context a pause and any other call return at once: nothing is paused, or nothing changes.
    if (!pause?.effective || !effective) return null;
    // A resume closes the pause that it is called in; if that pause is nested, the pause itself was reported.
    if (helper === 'resume') return null;
    const { fields } = taskOf(machine, currentOf(machine) ?? '');
    return { sub: helper, clause: `${helper}() called while paused`, values: { ...fields }, statement };
  },
} satisfies Rule;
