import type { Machine, TaskId } from '../../model.ts';
import { restingState, type World } from '../../setup/world.ts';
import type { Rule } from '../rule.ts';

/** Between helpers only: inside one, the counter may be ahead of its callback. */
function disagree(world: World, machine: Machine, id: TaskId): boolean {
  if (!machine.tasks[id]) return false;
  const { active, entered } = restingState(world, machine, id);
  return active !== null && active !== entered;
}

export default {
  id: 'active-entered-agree',
  order: 60,
  title: 'the state says active exactly when the architecture has entered',
  severity: 'warning',
  demands: true,
  why: 'Where page-table code asks the generic state whether to batch, the architecture must be of the same opinion.',
  source: "the query replaces the architectures' own tracking (v3 07/13, changelog)",
  reads: ['entered', 'found'],
  on: ['rest'],
  judge(occasion, machine, world) {
    if (occasion.at !== 'rest') return null;
    const { task, before } = occasion;
    if (!disagree(world, machine, task) || disagree(world, before, task)) return null;
    const entered = machine.tasks[task]?.entered ?? false;
    return { clause: 'active == entered', values: { active: !entered, entered } };
  },
} satisfies Rule;
