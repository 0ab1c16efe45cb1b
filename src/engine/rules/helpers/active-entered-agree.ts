import type { Machine, TaskId } from '../../model.ts';
import { restingState, type World } from '../../setup/world.ts';
import type { Rule } from '../rule.ts';

/** Whether they disagree between helpers; inside a helper the counter may be ahead of its callback. */
function disagree(world: World, machine: Machine, id: TaskId): boolean {
  if (!machine.tasks[id]) return false;
  const { active, entered } = restingState(world, machine, id);
  return active !== null && active !== entered;
}

export default {
  id: 'active-entered-agree',
  order: 60,
  title: 'the generic state is active exactly while the architecture is entered',
  severity: 'warning',
  why: "Page-table code asks the generic state whether to batch, so the architecture's state must agree.",
  source: "the query replaces the architectures' own tracking (v3 07/13, changelog)",
  reads: ['entered', 'found'],
  on: ['rest'],
  judge(occasion, machine, world) {
    if (occasion.at !== 'rest') return null;
    const { task, before } = occasion;
    if (!disagree(world, machine, task) || disagree(world, before, task)) return null;
    const entered = machine.tasks[task]?.entered ?? false;
    const states = entered ? 'entered but not active' : 'active but not entered';
    return { clause: `Generic and architecture state disagree: ${states}`, values: { active: !entered, entered } };
  },
} satisfies Rule;
