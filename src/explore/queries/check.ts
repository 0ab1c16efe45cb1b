import type { Finding, Program, Setup } from '../../engine/model.ts';
import { lengthOf } from '../../engine/run/rows.ts';
import { inspect, run, type Trace } from '../../engine/run/run.ts';
import { initialMachine, prepare, setupOf, type World } from '../../engine/setup/world.ts';
import { assert } from '../../lib/assert.ts';
import { type Action, eventOfAction, listActions } from '../kernel-space/actions.ts';
import { type Cause, isNewCause } from '../kernel-space/cause.ts';
import { createKernelSpace, type KernelSpaceOptions } from '../kernel-space/kernel-space.ts';
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

/** What a search came to, its path as a program that was run. */
export type CheckResult<T> = Exclude<SearchResult, { verdict: 'violated' }> | Violation<T>;

export type Violation<T> = {
  readonly verdict: 'violated';
  readonly states: number;
  /** Of the program, as the explorer counts (design 3.7). */
  readonly length: number;
  readonly program: Program;
  readonly found: T;
};

export interface RuleViolation {
  readonly trace: Trace;
  /** Where the run has the finding. */
  readonly slot: number;
  readonly finding: Finding;
}

export interface ObservedDifference {
  readonly left: Trace;
  readonly right: Trace;
  /** The first row that looks different, of those by another cause than those known. */
  readonly slot: number;
  readonly finding: Finding;
  /** Everything that looks different in that row. */
  readonly causes: readonly Cause[];
}

export const DEFAULT_BOUNDS: Bounds = { maxLength: Number.POSITIVE_INFINITY, maxStates: 4_000_000 };

/** Where a run comes to the state that was described; -1: it begins there. */
export interface ReachedState {
  readonly trace: Trace;
  readonly slot: number;
}

/** Looks for a shortest program that answers a question by another cause than those known. */
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

/** Looks for a shortest program that comes to a state between two events. */
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
 * Looks for a shortest program that looks different in two worlds by another cause than those known. Where one run is over, or
 * another task runs, nothing more is compared: that is a difference by itself.
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

/** Why a scope cannot be searched, in one sentence; null where it can. `two`: two worlds are compared. */
export function validateScope({ callers, interrupts, preempt }: SearchScope, two: boolean): string | null {
  if (interrupts !== 'statements' && preempt !== 'statements') return null;
  if (two) return 'a comparison needs interrupts and preemption between calls: the two sides have different statements';
  if (typeof callers === 'string') return null;
  return `calls legal in ${callers.legal} need interrupts and preemption between calls: its statements differ`;
}

/** The world whose checks say what callers may do; null: another discipline does. */
export function legalWorld({ callers }: SearchScope, setup: Setup): World | null {
  if (typeof callers === 'string') return null;
  // Its architecture plays no part: the default one never ends a run.
  const world = prepare({ ...setupOf({ revision: callers.legal }), panicOnWarn: setup.panicOnWarn });
  assert(world.ok, `callers legal in ${callers.legal}`);
  return world.value;
}

/**
 * Searches, and runs what was found by the ordinary engine. That the two disagree would be a bug of ours. Two tasks whose
 * states are too many together are searched apart where they have nothing to do with each other.
 */
function runSearch<T>(
  options: KernelSpaceOptions,
  bounds: Bounds,
  monitor: SearchMonitor,
  replay: (program: Program) => T | null,
): CheckResult<T> {
  return catchOutOfMemory(monitor, (monitored): CheckResult<T> => {
    const apart = proveTaskIndependence(options, bounds, monitored);
    if (apart) return { verdict: 'holds', ...apart };
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
