import { taskOf, withTask } from '../../machine.ts';
import type { Machine, TaskId } from '../../model.ts';
import type { Preemption } from '../backend.ts';

/**
 * Counts preempt_disable() and preempt_enable() of callbacks. The depth is per task: a task with preemption disabled is not switched
 * away, so counting per CPU would be equivalent, except that an exiting task keeps its depth.
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
