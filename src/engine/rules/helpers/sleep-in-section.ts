import { currentOf, taskOf } from '../../machine.ts';
import { activeHere } from '../../setup/world.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'sleep-in-section',
  order: 110,
  title: 'generic code does not sleep while the mode is active',
  severity: 'warning',
  why: 'Some architectures have preemption off inside a section; generic code must not sleep there.',
  source: 'Kevin Brodsky on madvise (v3); written down as f2be745071ff (v6 05/14)',
  reads: ['entered'],
  on: ['sleep'],
  judge(_occasion, machine, world) {
    const current = currentOf(machine);
    if (current === null) return null;
    const task = taskOf(machine, current);
    const active = activeHere(world, machine, task);
    // Before the series nothing could be asked: what the architecture has entered is all there is.
    if (!(active ?? task.entered)) return null;
    return { clause: 'a may-sleep point while active', values: { ...task.fields, entered: task.entered } };
  },
} satisfies Rule;
