import type { Machine, TaskId } from '../engine/model.ts';
import { activeHere, activeOf, type World } from '../engine/setup/world.ts';

/** Whether the mode is active for a task, as code running there would see it, interrupts included. Null: the revision cannot tell. */
export function isActive(world: World, machine: Machine, id: TaskId): boolean | null {
  const task = machine.tasks[id];
  if (!task) return null;
  const here = machine.cpus[machine.here]?.current === id;
  return here ? activeHere(world, machine, task) : activeOf(world, task);
}
