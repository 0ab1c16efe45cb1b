import type { Rule } from '../rule.ts';

export default {
  id: 'preempt-forbidden',
  order: 120,
  title: 'no switch where preemption is off',
  severity: 'warning',
  why: 'The scheduler cannot take the CPU away there, so the switch does not happen.',
  source: 'preempt_disable() in an architecture that has it; bottom halves off count as not preemptible',
  on: ['switch-refused'],
  judge: (occasion) => (occasion.at === 'switch-refused' ? { clause: occasion.clause, values: occasion.values } : null),
} satisfies Rule;
