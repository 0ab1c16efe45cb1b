import type { Rule } from '../rule.ts';

export default {
  id: 'arch-bug',
  order: 15,
  title: 'no BUG_ON() of the architecture fires',
  severity: 'bug',
  why: 'The architecture keeps its own state; a callback in an unexpected state triggers BUG_ON().',
  source:
    'BUG_ON in enter_lazy() and leave_lazy() of Xen PV: c36549ff8d84 (6.15), crashes in 7.0, fixed by 4594437880ce (7.1-rc4)',
  on: ['arch-bug'],
  judge(occasion) {
    if (occasion.at !== 'arch-bug') return null;
    const { where, clause, values, statement } = occasion;
    return { sub: where, clause, values, statement };
  },
} satisfies Rule;
