import { taskOf } from '../../machine.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'unbalanced-exit',
  order: 100,
  title: 'a task exits with everything at rest',
  severity: 'warning',
  demands: true,
  why: 'A counter that is not zero at exit is a section or a pause left open, or one closed once too often.',
  source: 'left unchecked by every revision',
  reads: ['entered'],
  on: ['exit'],
  judge(occasion, machine, world) {
    if (occasion.at !== 'exit') return null;
    const { fields, entered } = taskOf(machine, occasion.task);
    const pending = world.simulation.pending(machine, occasion.task);
    if (!entered && pending === 0 && Object.values(fields).every((value) => value === 0)) return null;
    return { clause: 'counters and architecture at rest at exit', values: { ...fields, entered, pending } };
  },
} satisfies Rule;
