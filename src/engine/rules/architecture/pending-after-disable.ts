import { currentOf } from '../../machine.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'pending-after-disable',
  order: 30,
  title: 'nothing is pending when disable() returns',
  severity: 'warning',
  why: 'Callers rely on their page-table changes having taken effect after their own disable(), however deeply it is nested.',
  source: 'Ryan Roberts, June 2025, and the resulting rule: every disable flushes (nesting patch, changelog)',
  on: ['return'],
  judge(occasion, machine, world) {
    if (occasion.at !== 'return' || occasion.helper !== 'disable' || !occasion.effective) return null;
    const task = currentOf(machine);
    const pending = task === null ? 0 : world.simulation.pending(machine, task);
    return pending === 0 ? null : { clause: 'pending > 0 after disable()', values: { pending } };
  },
} satisfies Rule;
