import { currentOf, taskOf } from '../../machine.ts';
import { activeHere } from '../../setup/world.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'sleep-in-section',
  order: 110,
  title: 'generic code does not sleep while the mode is active',
  severity: 'warning',
  why: 'Some architectures disable preemption inside a section, so generic code must not sleep there.',
  source: 'Kevin Brodsky on madvise (v3); documented by f2be745071ff (v6 05/14)',
  reads: ['entered'],
  on: ['sleep'],
  judge(_occasion, machine, world) {
    const current = currentOf(machine);
    if (current === null) return null;
    const task = taskOf(machine, current);
    const active = activeHere(world, machine, task);
    // Before the series there is no query; only the architecture knows whether it has entered.
    if (!(active ?? task.entered)) return null;
    return { clause: 'The code may sleep while the mode is active', values: { ...task.fields, entered: task.entered } };
  },
} satisfies Rule;
