import { assert } from '../../lib/assert.ts';
import { abbreviate, listOf } from '../../lib/phrases.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Backend, Simulation } from '../backends/backend.ts';
import { backends } from '../backends/index.ts';
import { type Code, cName, compile, evaluate, type Value } from '../ir/compile.ts';
import type { Expr } from '../ir/statements.ts';
import { isInInterrupt, taskOf } from '../machine.ts';
import { ERAS, type Era, type Machine, type Setup, type Task, type TaskId } from '../model.ts';
import { revisions } from '../revisions/index.ts';
import type { Revision } from '../revisions/revision.ts';

/** A setup with everything it names looked up and compiled, ready to run. */
export interface World {
  readonly setup: Setup;
  readonly revision: Revision;
  readonly backend: Backend;
  readonly simulation: Simulation;
  /** The era whose simulation runs: the newest of the backend that is not above the requested one. */
  readonly simulatedEra: Era;
  readonly codes: Readonly<Record<string, Code>>;
  readonly active: { readonly task: Value; readonly here: Value } | null;
}

export const DEFAULTS = {
  revision: 'v6',
  backend: 'arm64',
  checks: 'kernel',
  panicOnWarn: false,
  capacity: null,
} as const;

/** Finds a revision by id or alias. */
export const findRevision = (name: string): Revision | undefined =>
  revisions.find(name) ?? revisions.all.find((revision) => revision.aliases.includes(name));

/** Returns the default era of a revision: 7.0 if it meets that, else its first. */
export const defaultEra = (revision: Revision): Era =>
  revision.meets.includes('7.0') ? '7.0' : (revision.meets[0] ?? '7.0');

/** Completes a choice to a setup with the defaults. */
export function setupOf(choice: Partial<Setup>): Setup {
  const name = choice.revision ?? DEFAULTS.revision;
  const revision = findRevision(name);
  // An alias such as "7.1" also selects the era.
  const named = ERAS.find((era) => era === name && revision?.meets.includes(era));
  return {
    ...DEFAULTS,
    era: named ?? (revision ? defaultEra(revision) : '7.0'),
    ...choice,
    revision: revision?.id ?? name,
  };
}

/** Returns the newest era of a backend that is not above the requested one; null if it begins later. */
export function simulatedEra(backend: Backend, era: Era): Era | null {
  const upTo = ERAS.slice(0, ERAS.indexOf(era) + 1);
  return upTo.findLast((candidate) => backend.eras[candidate]) ?? null;
}

/** Explains why a revision cannot run on an architecture at an era; null if it can. */
export function explainImpossible(revision: Revision, backend: Backend, asked: Era): string | null {
  if (!revision.meets.includes(asked)) {
    return `${revision.id} cannot run on kernel ${asked}: it applies to ${listOf(revision.meets)}`;
  }
  const era = simulatedEra(backend, asked);
  if (era === null) {
    const eras = ERAS.filter((one) => backend.eras[one]).join(', ');
    return `${backend.title} is not simulated for kernel ${asked}, only for ${eras}`;
  }
  const missing = backend.eras[era]?.needs?.filter((name) => !revision.helpers[name]) ?? [];
  if (missing.length === 0) return null;
  const calls = missing.map((name) => `${cName(name)}()`).join(' and ');
  return `${revision.id} cannot run on ${backend.id} with kernel ${asked}: its context switch calls ${calls}, which this revision does not have`;
}

/** Looks up and compiles what a setup names. An impossible combination is an error: one sentence, lower case. */
export function prepare(setup: Setup): Result<World, string> {
  const revision = findRevision(setup.revision);
  if (!revision) return err(`no revision "${abbreviate(setup.revision)}": one of ${revisions.ids.join(', ')}`);
  const backend = backends.find(setup.backend);
  if (!backend) return err(`no backend "${abbreviate(setup.backend)}": one of ${backends.ids.join(', ')}`);
  const refusal = explainImpossible(revision, backend, setup.era);
  if (refusal !== null) return err(refusal);
  const era = simulatedEra(backend, setup.era);
  const simulation = era && backend.eras[era];
  assert(era && simulation, `${backend.id} has no simulation at ${setup.era}`);
  // Without CONFIG_ARCH_HAS_LAZY_MMU_MODE the helpers are empty stubs and there is no per-task state (include/linux/pgtable.h).
  const helpers = backend.configured
    ? revision.helpers
    : Object.fromEntries(Object.keys(revision.helpers).map((name) => [name, []]));
  const codes = Object.fromEntries(Object.keys(helpers).map((name) => [name, compile(helpers, name)]));
  const active = backend.configured ? revision.active : null;
  return ok({
    setup,
    revision: backend.configured ? revision : { ...revision, fields: [], active: null },
    backend,
    simulation,
    simulatedEra: era,
    codes,
    active: active && { task: asValue(active.task), here: asValue(active.here) },
  });
}

/** A query has no side effects, so its expression is a value as it is. */
const asValue = (expr: Expr): Value => expr as Value;

/** Evaluates "is the mode active" for a task, running or not; null if the revision has no query. */
export const activeOf = (world: World, task: Task): boolean | null =>
  world.active && evaluate(world.active.task, task.fields, false) !== 0;

/** Returns the state of a task between helpers: now, or when the current interrupt or call began. */
export function restingState(
  world: World,
  machine: Machine,
  id: TaskId,
): { readonly active: boolean | null; readonly entered: boolean } {
  const task = taskOf(machine, id);
  const interrupt = task.cpu === null ? undefined : machine.cpus[task.cpu]?.interrupts[0];
  return task.calls[0]?.found ?? interrupt?.found ?? { active: activeOf(world, task), entered: task.entered };
}

/** Evaluates "is the mode active" for the code that runs here. */
export function activeHere(world: World, machine: Machine, task: Task): boolean | null {
  return world.active && evaluate(world.active.here, task.fields, isInInterrupt(machine)) !== 0;
}

/** Creates a machine with task A on CPU 0 and nothing open. */
export function initialMachine(world: World): Machine {
  return {
    tasks: { A: newTask(world, 'm1', 0) },
    cpus: [{ current: 'A', interrupts: [], arch: world.simulation.cpu }],
    here: 0,
    pages: {},
    once: [],
    over: null,
  };
}

export const newTask = (world: World, mm: string, cpu: number | null): Task => ({
  mm,
  cpu,
  alive: true,
  fields: Object.fromEntries(world.revision.fields.map(({ name }) => [name, 0])),
  entered: false,
  bhOff: 0,
  arch: world.simulation.task,
  calls: [],
  openCalls: { enables: [], pauses: [] },
});
