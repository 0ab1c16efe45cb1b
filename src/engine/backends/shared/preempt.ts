import { taskOf, withTask } from '../../machine.ts';
import type { Machine, TaskId } from '../../model.ts';
import type { Preemption } from '../backend.ts';

/**
 * preempt_disable() and preempt_enable() in callbacks. The depth goes with the task: whoever has it off is not switched
 * away, so that counting per CPU would come to the same, but an exit leaves it behind with its task.
 */
export interface PreemptState {
  readonly preempt: number;
}

export const PREEMPTIBLE = { preempt: 0 } satisfies PreemptState;

const depthOf = (machine: Machine, task: TaskId) => (taskOf(machine, task).arch as unknown as PreemptState).preempt;

/** preempt_disable() with `by` 1, preempt_enable() with -1. */
export const movePreempt = (machine: Machine, task: TaskId, by: 1 | -1): Machine =>
  withTask(machine, task, { arch: { preempt: depthOf(machine, task) + by } });

export function preemptionOf(machine: Machine, task: TaskId): Preemption {
  const depth = depthOf(machine, task);
  const why = depth < 0 ? 'a leave without its enter enabled it once too often' : 'arch_enter() disabled it';
  return { depth, why };
}

export const preemptRegister = (machine: Machine, task: TaskId) => ({
  name: 'preempt_count',
  value: String(depthOf(machine, task)),
});
