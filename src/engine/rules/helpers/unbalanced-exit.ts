import { taskOf } from '../../machine.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'unbalanced-exit',
  order: 100,
  title: 'a task exits with all counters at zero and nothing pending',
  severity: 'warning',
  why: 'A counter that is not zero at exit means a section or a pause that was left open, or closed once too often.',
  source: 'no revision checks this',
  reads: ['entered'],
  on: ['exit'],
  judge(occasion, machine, world) {
    if (occasion.at !== 'exit') return null;
    const { fields, entered } = taskOf(machine, occasion.task);
    const pending = world.simulation.pending(machine, occasion.task);
    if (!entered && pending === 0 && Object.values(fields).every((value) => value === 0)) return null;
    return { clause: 'The task exits with state left over', values: { ...fields, entered, pending } };
  },
} satisfies Rule;
