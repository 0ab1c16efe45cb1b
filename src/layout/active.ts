import type { Machine, TaskId } from '../engine/model.ts';
import { activeHere, activeOf, type World } from '../engine/setup/world.ts';

/** The revision's answer for a task: as the code that runs there would get it, interrupts included. Null: no answer. */
export function isActive(world: World, machine: Machine, id: TaskId): boolean | null {
  const task = machine.tasks[id];
  if (!task) return null;
  const here = machine.cpus[machine.here]?.current === id;
  return here ? activeHere(world, machine, task) : activeOf(world, task);
}
