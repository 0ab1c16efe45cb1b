import type { Rule } from '../rule.ts';

export default {
  id: 'callbacks-alternate',
  order: 20,
  title: 'enter and leave take turns, flush comes between them',
  severity: 'warning',
  why: 'An architecture may count on each enter being followed by one leave; powerpc and sparc turn preemption off and on there.',
  source: 'contract of arch_{enter,leave,flush}_lazy_mmu_mode() in the nesting patch; Ryan Roberts on v4 07/12',
  reads: ['entered'],
  on: ['callback'],
  judge(occasion) {
    if (occasion.at !== 'callback' || occasion.ignored) return null;
    const { name, task, statement, entered } = occasion;
    if (entered === (name !== 'enter')) return null;
    const clause = name === 'enter' ? 'enter while already entered' : `${name} while not entered`;
    return { sub: name, clause, values: { task, entered }, statement };
  },
} satisfies Rule;
