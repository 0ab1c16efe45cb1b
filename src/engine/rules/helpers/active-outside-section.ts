import type { Machine, TaskId } from '../../model.ts';
import { restingState, type World } from '../../setup/world.ts';
import type { Rule } from '../rule.ts';

function outside(world: World, machine: Machine, id: TaskId): boolean {
  const task = machine.tasks[id];
  return task !== undefined && task.openCalls.enables.length === 0 && restingState(world, machine, id).active === true;
}

export default {
  id: 'active-outside-section',
  order: 70,
  title: "the mode is not active outside the caller's sections",
  severity: 'warning',
  why: 'Code that never asked for batching would have its page-table changes deferred, and nobody would flush them.',
  source:
    'follows from a wrapped counter, from a disable ignored while paused (since v5), or from a resume outside a section (v3, v4)',
  reads: ['open-counts', 'found'],
  on: ['rest'],
  judge(occasion, machine, world) {
    if (occasion.at !== 'rest') return null;
    const { task, before } = occasion;
    if (!outside(world, machine, task) || outside(world, before, task)) return null;
    return { clause: 'The mode is active with no section open', values: { ...machine.tasks[task]?.fields } };
  },
} satisfies Rule;
