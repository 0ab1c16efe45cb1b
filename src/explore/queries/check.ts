import type { Finding, Program, Setup } from '../../engine/model.ts';
import { lengthOf } from '../../engine/run/rows.ts';
import { inspect, run, type Trace } from '../../engine/run/run.ts';
import { initialMachine, prepare, setupOf, type World } from '../../engine/setup/world.ts';
import { assert } from '../../lib/assert.ts';
import { type Action, eventOfAction, listActions } from '../kernel-space/actions.ts';
import { type Cause, isNewCause } from '../kernel-space/cause.ts';
import { canJudge, createKernelSpace, type KernelSpaceOptions } from '../kernel-space/kernel-space.ts';
import {
  causesOfDifference,
  DIFFERENCE_RULE,
  type Observation,
  observationText,
  observe,
} from '../kernel-space/observation.ts';
import type { SearchScope } from '../kernel-space/scope.ts';
import { proveTaskIndependence } from '../kernel-space/task-independence.ts';
import { catchOutOfMemory } from '../search/out-of-memory.ts';
import { search } from '../search/search.ts';
import type { Bounds, SearchMonitor, SearchResult } from '../search/space.ts';
import { type Goal, goalPredicate } from './goal.ts';
import { programFromMoves } from './program-from-moves.ts';
import { isViolationOf, type Property, propertyReads } from './property.ts';

/** The result of a search, with its path replayed as a program. */
export type CheckResult<T> = Exclude<SearchResult, { verdict: 'violated' }> | Violation<T>;

export type Violation<T> = {
  readonly verdict: 'violated';
  readonly states: number;
  /** Length of the program in events. */
  readonly length: number;
  readonly program: Program;
  readonly found: T;
};

export interface RuleViolation {
  readonly trace: Trace;
  /** The step of the run that has the finding. */
  readonly slot: number;
  readonly finding: Finding;
}

export interface ObservedDifference {
  readonly left: Trace;
  readonly right: Trace;
  /** The first step that differs by a cause that is not known. */
  readonly slot: number;
  readonly finding: Finding;
  /** All differences of that step. */
  readonly causes: readonly Cause[];
}

export const DEFAULT_BOUNDS: Bounds = { maxLength: Number.POSITIVE_INFINITY, maxStates: 4_000_000 };

/** The step after which the goal state holds; -1 if it holds at the start. */
export interface ReachedState {
  readonly trace: Trace;
  readonly slot: number;
}

/** Searches for a shortest program that violates a property by a cause that is not known. */
export function checkProperty(
  world: World,
  property: Property,
  scope: SearchScope,
  bounds: Bounds = DEFAULT_BOUNDS,
  monitor: SearchMonitor = {},
  knownCauses: readonly Cause[] = [],
): CheckResult<RuleViolation> {
  const isViolation = (finding: Finding) => isViolationOf(property, finding) && isNewCause(knownCauses, finding);
  const options = {
    ...{ scope, isViolation, reads: propertyReads(property) },
    ...{ worlds: [world] as const, legal: legalWorld(scope, world.setup) },
  };
  return runSearch(options, bounds, monitor, (program) => {
    const trace = run(world, program);
    for (let slot = 0; slot < trace.length; slot++) {
      const finding = trace.summaryAt(slot).findings.find(isViolation);
      if (finding) return { trace, slot, finding };
    }
    return null;
  });
}

/** Searches for a shortest program that reaches a state between two events. */
export function checkReachability(
  world: World,
  goal: Goal,
  scope: SearchScope,
  bounds: Bounds = DEFAULT_BOUNDS,
  monitor: SearchMonitor = {},
): CheckResult<ReachedState> {
  const isGoalState = goalPredicate(goal, world);
  if (isGoalState(initialMachine(world))) {
    return { verdict: 'violated', states: 1, length: 0, program: [], found: { trace: run(world, []), slot: -1 } };
  }
  const legal = legalWorld(scope, world.setup);
  const worlds = [world] as const;
  const options = { scope, worlds, legal, isViolation: () => false, isGoalState, reads: new Set<never>() };
  return runSearch(options, bounds, monitor, (program) => {
    const trace = run(world, program);
    for (let slot = 0; slot < trace.length; slot++) if (isGoalState(inspect(trace, slot).after)) return { trace, slot };
    return null;
  });
}

/**
 * Searches for a shortest program on which two worlds differ by a cause that is not known. Once one run has ended or
 * another task runs, which is a difference itself, nothing more is compared.
 */
export function checkEquivalence(
  worlds: readonly [World, World],
  scope: SearchScope,
  bounds: Bounds = DEFAULT_BOUNDS,
  monitor: SearchMonitor = {},
  knownCauses: readonly Cause[] = [],
): CheckResult<ObservedDifference> {
  const legal = legalWorld(scope, worlds[0].setup);
  const differs = (action: Action, one: Observation, other: Observation) =>
    causesOfDifference(eventOfAction(action), one, other).some((cause) => isNewCause(knownCauses, cause));
  const options = { scope, worlds, legal, isViolation: null, differs, reads: new Set<never>() };
  return runSearch(options, bounds, monitor, (program) => {
    const [left, right] = [run(worlds[0], program), run(worlds[1], program)];
    for (let slot = 0; slot < Math.min(left.length, right.length); slot++) {
      const [one, other] = [observe(left.summaryAt(slot)), observe(right.summaryAt(slot))];
      const causes = causesOfDifference(left.rowAt(slot).event, one, other);
      const news = causes.filter((cause) => isNewCause(knownCauses, cause));
      if (news.length === 0) continue;
      const differs = news.map(({ what }) => what).join(', ');
      const finding: Finding = {
        rule: DIFFERENCE_RULE,
        sub: news[0]?.sub ?? null,
        severity: 'warning',
        statement: null,
        clause: 'no observable difference',
        values: { differs, left: observationText(one), right: observationText(other) },
      };
      return { left, right, slot, finding, causes };
    }
    return null;
  });
}

/** Returns why a scope cannot be searched, in one sentence, or null if it can. `two`: two worlds are compared. */
export function validateScope({ callers, interrupts, preempt }: SearchScope, two: boolean): string | null {
  if (interrupts !== 'statements' && preempt !== 'statements') return null;
  if (two) return 'a comparison needs interrupts and preemption between calls: the two sides have different statements';
  if (typeof callers === 'string') return null;
  return `calls legal in ${callers.legal} need interrupts and preemption between calls: its statements differ`;
}

/** Returns the world whose checks define legal calls; null for other caller models. */
export function legalWorld({ callers }: SearchScope, setup: Setup): World | null {
  if (typeof callers === 'string') return null;
  // The kernel itself, with its checks on: another architecture may switch where this one refuses to.
  const itself = callers.legal === setup.revision ? prepare({ ...setup, checks: 'kernel' }) : null;
  if (itself?.ok && canJudge(itself.value)) return itself.value;
  // Elsewhere the architecture is irrelevant: the default one never ends a run.
  const world = prepare({ ...setupOf({ revision: callers.legal }), panicOnWarn: setup.panicOnWarn });
  assert(world.ok, `callers legal in ${callers.legal}`);
  return world.value;
}

/**
 * Searches, and replays what was found with the simulator; a disagreement between the two would be a bug. Two
 * independent tasks whose product is too large are searched one at a time.
 */
function runSearch<T>(
  options: KernelSpaceOptions,
  bounds: Bounds,
  monitor: SearchMonitor,
  replay: (program: Program) => T | null,
): CheckResult<T> {
  return catchOutOfMemory(monitor, (monitored): CheckResult<T> => {
    const independent = proveTaskIndependence(options, bounds, monitored);
    if (independent) return { verdict: 'holds', ...independent };
    const verdict = search(createKernelSpace(options), bounds, monitored);
    if (verdict.verdict !== 'violated') return verdict;
    const { states, length, moves } = verdict;
    const program = programFromMoves(moves, listActions(options.scope));
    const counted = lengthOf(program);
    assert(counted === length, `a path of length ${length} became a program of ${counted}: ${JSON.stringify(program)}`);
    const found = replay(program);
    assert(found, `the run of a program that was found does not have it: ${JSON.stringify(program)}`);
    return { verdict: 'violated', states, length, program, found };
  });
}
