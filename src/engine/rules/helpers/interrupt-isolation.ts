import { currentOf, hasSameFields, interruptOf, isInInterrupt, taskOf } from '../../machine.ts';
import { activeHere } from '../../setup/world.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'interrupt-isolation',
  order: 80,
  title: 'an interrupt leaves the interrupted task alone',
  severity: 'warning',
  demands: true,
  why: 'An interrupt runs on top of a task that did not ask for it: it must not move its counters, nor have its own changes held back.',
  source: 'b81c688426a9 after a syzbot report (arm64); generic since the interrupt test, v3 12/13, first in v5',
  reads: ['found'],
  on: ['interrupt-begin', 'interrupt-end', 'return'],
  judge(occasion, machine, world) {
    const current = currentOf(machine);
    if (current === null) return null;
    const task = taskOf(machine, current);
    if (occasion.at === 'interrupt-end') {
      if (occasion.task !== current || hasSameFields(occasion.before, task.fields)) return null;
      const changed = Object.keys(task.fields).filter((name) => task.fields[name] !== occasion.before[name]);
      const values = Object.fromEntries(
        changed.map((name) => [name, `${occasion.before[name]} -> ${task.fields[name]}`]),
      );
      return { sub: 'state', clause: 'the state of the interrupted task is unchanged', values };
    }
    const fresh = occasion.at === 'interrupt-begin' || (occasion.at === 'return' && !occasion.wasActive);
    if (!fresh || !interruptOf(machine) || !isInInterrupt(machine) || activeHere(world, machine, task) !== true)
      return null;
    return { sub: 'active', clause: 'the mode is not active in interrupt', values: { ...task.fields } };
  },
} satisfies Rule;
