import type { Rule } from '../rule.ts';

export default {
  id: 'preempt-forbidden',
  order: 120,
  title: 'no context switch while preemption is disabled',
  severity: 'warning',
  why: 'The scheduler cannot preempt the task, so the switch does not happen.',
  source: 'preempt_disable() in the callbacks of some architectures; disabled bottom halves also prevent preemption',
  on: ['switch-refused'],
  judge: (occasion) => (occasion.at === 'switch-refused' ? { clause: occasion.clause, values: occasion.values } : null),
} satisfies Rule;
