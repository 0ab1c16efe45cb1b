import { currentOf } from '../../machine.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'pending-while-paused',
  order: 40,
  title: 'nothing is pending when pause() returns',
  severity: 'warning',
  why: 'Code that pauses needs the page table to be up to date: KASAN drops the page-table lock and relies on it.',
  source: 'pause exits the mode at any nesting level (nesting patch, changelog); mm/kasan/shadow.c',
  on: ['return'],
  judge(occasion, machine, world) {
    if (occasion.at !== 'return' || occasion.helper !== 'pause' || !occasion.effective) return null;
    const task = currentOf(machine);
    const pending = task === null ? 0 : world.simulation.pending(machine, task);
    return pending === 0 ? null : { clause: 'pending > 0 after pause()', values: { pending } };
  },
} satisfies Rule;
