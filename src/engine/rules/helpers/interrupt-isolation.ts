import { currentOf, hasSameFields, interruptOf, isInInterrupt, taskOf } from '../../machine.ts';
import { activeHere } from '../../setup/world.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'interrupt-isolation',
  order: 80,
  title: 'an interrupt does not change the interrupted task',
  severity: 'warning',
  why: "An interrupt must not change the counters of the task that it interrupts, and that task's section must not defer its changes.",
  source:
    'b81c688426a9 after a syzbot report (arm64); generic with the interrupt test of v3 12/13, which v5 moved before nesting',
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
      return { sub: 'state', clause: 'An interrupt changed the state of the interrupted task', values };
    }
    const fresh = occasion.at === 'interrupt-begin' || (occasion.at === 'return' && !occasion.wasActive);
    if (!fresh || !interruptOf(machine) || !isInInterrupt(machine) || activeHere(world, machine, task) !== true)
      return null;
    return { sub: 'active', clause: 'The mode is active in interrupt context', values: { ...task.fields } };
  },
} satisfies Rule;
