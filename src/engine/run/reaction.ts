import type { Reaction, Site } from '../backends/backend.ts';
import { type CallbackName, callbackCName } from '../ir/statements.ts';
import { contextOf, isInInterrupt, taskOf, withTask } from '../machine.ts';
import type { TaskId } from '../model.ts';
import { activeHere, activeOf } from '../setup/world.ts';
import { addEffects, judgeRules, type Run, reportMoment } from './row-recorder.ts';

/** Calls the architecture and applies its reactions to the run. */

/** Creates the site of a task on the current CPU. */
export function siteOf(
  { machine, world }: Pick<Run, 'machine' | 'world'>,
  id: TaskId,
  range: Site['range'] = null,
): Site {
  return {
    machine,
    task: id,
    cpu: machine.here,
    inInterrupt: isInInterrupt(machine),
    active: activeHere(world, machine, taskOf(machine, id)) === true,
    context: contextOf(machine),
    capacity: world.setup.capacity,
    range,
  };
}

/** Creates the site of a context-switch hook, which may work on a task that is not current. */
export const hookSite = (run: Run, id: TaskId, cpu: number): Site => ({
  machine: run.machine,
  task: id,
  cpu,
  inInterrupt: false,
  active: activeOf(run.world, taskOf(run.machine, id)) === true,
  context: id,
  capacity: run.world.setup.capacity,
  range: null,
});

/** Applies what an architecture did. `where` names the callback or the hook in a BUG. */
export function applyReaction(run: Run, reaction: Reaction, { by, cpu, task, where, statement }: ReactionSource): void {
  run.machine = reaction.machine;
  addEffects(run.row, reaction.effects);
  run.row.inferred ??= reaction.inferred ?? null;
  if (reaction.flushed) judgeRules(run, { at: 'flush', owners: reaction.flushed, by, statement });
  if (!reaction.bug) return;
  judgeRules(run, { at: 'arch-bug', where, ...reaction.bug, statement });
  addEffects(run.row, [{ kind: 'bug', how: where, entries: 1, cpu }]);
  if (task !== null) run.machine = withTask(run.machine, task, { alive: false });
  run.machine = { ...run.machine, over: 'bug' };
}

/** Who made the architecture work: the context, its task (null: idle), and the helper's statement if at one. */
interface ReactionSource {
  readonly by: string;
  readonly cpu: number;
  readonly task: TaskId | null;
  readonly where: string;
  readonly statement: number | null;
}

/** Runs an arch callback at a site and records whether its task has entered. */
export function runCallback(
  run: Run,
  site: Site,
  { name, as, statement }: { readonly name: string; readonly as: CallbackName; readonly statement: number | null },
): Reaction {
  const { task, cpu, context } = site;
  const { fields, entered } = taskOf(run.machine, task);
  run.row.callbacks.push({ callback: name, task, statement, fields: fields });
  const { simulation } = run.world;
  const reaction = simulation.ownCallbacks?.[name]?.(site) ?? simulation.callback(as, site);
  judgeRules(run, { at: 'callback', name: as, task, statement, entered, ignored: reaction.ignored === true });
  applyReaction(run, reaction, { by: context, cpu, task, where: name, statement });
  if (as !== 'flush' && !reaction.ignored && !reaction.bug) {
    run.machine = withTask(run.machine, task, { entered: as === 'enter' });
  }
  const end = reaction.bug ? `: BUG, ${reaction.bug.clause}` : reaction.ignored ? ': returns immediately' : '';
  const whose = statement === null ? ` for task ${task}` : '';
  reportMoment(run, 'callback', statement, () => `${shortOrFull(name, statement)}()${whose}${end}`);
  return reaction;
}

/** Short name in a helper's listing, the kernel's name in a context switch. */
const shortOrFull = (name: string, statement: number | null) =>
  statement === null ? callbackCName(name) : `arch_${name}`;
