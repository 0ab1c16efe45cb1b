import type { Machine, TaskId } from '../../model.ts';
import type { World } from '../../setup/world.ts';
import type { Rule } from '../rule.ts';

/** Describes what is unbalanced for a task between helpers; null if nothing is. */
function unbalanced(world: World, machine: Machine, id: TaskId): string | null {
  const task = machine.tasks[id];
  const depth = world.simulation.preemption(machine, id)?.depth ?? 0;
  if (!task || task.calls.length > 0 || depth === 0) return null;
  if (depth < 0) return 'preempt_enable() without its preempt_disable()';
  return task.openCalls.enables.length === 0 ? 'Preemption stays disabled with no section open' : null;
}

export default {
  id: 'preempt-unbalanced',
  order: 125,
  title: 'preemption is enabled as often as it is disabled',
  severity: 'warning',
  why: 'If enter disables preemption and leave enables it, a missing call leaves the task unpreemptible or the count negative.',
  source:
    'preempt_disable() and preempt_enable() in the callbacks of powerpc (b9ef323ea168), sparc (a1d416bf9faf) and s390',
  reads: ['open-counts'],
  on: ['rest', 'exit'],
  judge(occasion, machine, world) {
    if (occasion.at !== 'rest' && occasion.at !== 'exit') return null;
    const { task } = occasion;
    const depth = world.simulation.preemption(machine, task)?.depth ?? 0;
    if (occasion.at === 'exit') {
      return depth === 0 ? null : { clause: 'The task exits with an unbalanced preempt count', values: { depth } };
    }
    const clause = unbalanced(world, machine, task);
    if (clause === null || clause === unbalanced(world, occasion.before, task)) return null;
    return { clause, values: { depth } };
  },
} satisfies Rule;
