import type { Rule } from '../rule.ts';

export default {
  id: 'callbacks-alternate',
  order: 20,
  title: 'enter and leave alternate; flush only in between',
  severity: 'warning',
  why: 'An architecture may rely on each enter being followed by one leave: powerpc and sparc disable and enable preemption there.',
  source: 'contract of arch_{enter,leave,flush}_lazy_mmu_mode() in the nesting patch; Ryan Roberts on v4 07/12',
  reads: ['entered'],
  on: ['callback'],
  judge(occasion) {
    if (occasion.at !== 'callback' || occasion.ignored) return null;
    const { name, task, statement, entered } = occasion;
    if (entered === (name !== 'enter')) return null;
    const clause =
      name === 'enter' ? 'arch_enter() called while already entered' : `arch_${name}() called while not entered`;
    return { sub: name, clause, values: { task, entered }, statement };
  },
} satisfies Rule;
