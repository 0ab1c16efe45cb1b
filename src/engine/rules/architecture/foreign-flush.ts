import type { Rule } from '../rule.ts';

export default {
  id: 'foreign-flush',
  order: 170,
  title: 'a flush carries only the updates of its own context',
  severity: 'note',
  why: "A flush in one context carried another context's updates: safe, but the other may rely on batching them.",
  source: 'Ryan Roberts on v4 07/12 (an interrupt that reaches arch_flush)',
  on: ['flush'],
  judge(occasion) {
    if (occasion.at !== 'flush') return null;
    const foreign = occasion.owners.filter((owner) => owner !== occasion.by);
    if (foreign.length === 0) return null;
    return {
      clause: 'Updates were flushed by another context',
      values: { of: foreign.join(', '), by: occasion.by },
      statement: occasion.statement,
    };
  },
} satisfies Rule;
