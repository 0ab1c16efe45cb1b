import { interruptOf, openCallsOf } from '../../machine.ts';
import { countOpenCalls } from '../../open-calls.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'batching-lost',
  order: 180,
  title: 'a store inside a section is batched',
  severity: 'note',
  why: 'The caller opened a section to batch its updates, but this one took effect by itself: correct, but slow.',
  source: '1ef3095b1405: the inner leave ends batching for the rest of the outer section',
  reads: ['open-counts'],
  on: ['store'],
  judge(occasion, machine) {
    if (occasion.at !== 'store' || !occasion.deferrable || occasion.deferred) return null;
    // Nothing is deferred in interrupt context, so no batching is lost.
    if (interruptOf(machine) !== null) return null;
    const { enables, pauses } = openCallsOf(machine);
    // A pause asks for exactly this.
    if (enables.length === 0 || pauses.length > 0) return null;
    return {
      clause: 'A store inside an open section was not batched',
      values: { page: occasion.page, sections: countOpenCalls(enables) },
    };
  },
} satisfies Rule;
