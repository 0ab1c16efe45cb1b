import type { PageReaction } from '../backends/backend.ts';
import { currentOf, isKernelPage, taskOf, withTask } from '../machine.ts';
import type { Machine, PageId, PageOp } from '../model.ts';
import type { World } from '../setup/world.ts';
import { siteOf } from './reaction.ts';

/** Page operations that change no entry. */
type PageQuery = Extract<PageOp, 'read' | 'read-raw' | 'touch' | 'touch-write'>;

/**
 * Returns the reaction to a read or an access by the code that runs here, without performing it. Null if no task runs here or the
 * page belongs to another mm.
 */
export function queryPage(world: World, machine: Machine, op: PageQuery, id: PageId): PageReaction | null {
  const task = currentOf(machine);
  if (task === null) return null;
  const kernel = isKernelPage(id);
  if (!kernel && !id.startsWith(`${taskOf(machine, task).mm}:`)) return null;
  const index = Number(/\d+$/.exec(id)?.[0]);
  const page = { space: kernel ? 'kernel' : 'user', index } as const;
  return world.simulation.page({ kind: 'page', op, page }, index, siteOf({ machine, world }, task));
}

/** Returns the same for a CPU of the same mm without pending work: what any other observer sees. */
export function queryPageElsewhere(world: World, machine: Machine, op: PageQuery, id: PageId): PageReaction | null {
  const task = currentOf(machine);
  if (task === null) return null;
  const here = machine.cpus.length;
  const other = { current: task, interrupts: [], arch: world.simulation.cpu };
  const elsewhere = withTask({ ...machine, cpus: [...machine.cpus, other], here }, task, { cpu: here });
  return queryPage(world, elsewhere, op, id);
}
