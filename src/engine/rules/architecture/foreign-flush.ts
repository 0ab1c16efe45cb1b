import type { Rule } from '../rule.ts';

export default {
  id: 'foreign-flush',
  order: 170,
  title: 'a flush carries the updates of its own context',
  severity: 'note',
  why: "One context's flush sent out another's updates: safe, but the other may count on batching them.",
  source: 'Ryan Roberts on v4 07/12 (an interrupt that reaches arch_flush)',
  on: ['flush'],
  judge(occasion) {
    if (occasion.at !== 'flush') return null;
    const foreign = occasion.owners.filter((owner) => owner !== occasion.by);
    if (foreign.length === 0) return null;
    return {
      clause: 'updates flushed by another context',
      values: { of: foreign.join(', '), by: occasion.by },
      statement: occasion.statement,
    };
  },
} satisfies Rule;
