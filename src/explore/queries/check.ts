import type { Finding, Program, Setup } from '../../engine/model.ts';
import { lengthOf } from '../../engine/run/rows.ts';
import { inspect, run, type Trace } from '../../engine/run/run.ts';
import { initialMachine, prepare, setupOf, type World } from '../../engine/setup/world.ts';
import { assert } from '../../lib/assert.ts';
import { type Act, actsOf, eventOf } from '../kernel-space/actions.ts';
import { type Cause, isNews } from '../kernel-space/cause.ts';
import { type Asked, kernelSpaceOf } from '../kernel-space/kernel-space.ts';
import { causesOfDifference, DIFFERENCE, type Seen, seenOf, seenText } from '../kernel-space/observation.ts';
import type { Scope } from '../kernel-space/scope.ts';
import { tasksApart } from '../kernel-space/task-independence.ts';
import { untilOutOfMemory } from '../search/out-of-memory.ts';
import { search } from '../search/search.ts';
import type { Bounds, Verdict, Watcher } from '../search/space.ts';
import { type Goal, reachedBy } from './goal.ts';
import { programOf } from './program.ts';
import { answers, type Question, readBy } from './question.ts';

/** What a search came to, its path as a program that was run. */
export type Answer<T> = Exclude<Verdict, { verdict: 'violated' }> | Violated<T>;

export type Violated<T> = {
  readonly verdict: 'violated';
  readonly states: number;
  /** Of the program, as the explorer counts (design 3.7). */
  readonly length: number;
  readonly program: Program;
  readonly found: T;
};

export interface Broken {
  readonly trace: Trace;
  /** Where the run has the finding. */
  readonly slot: number;
  readonly finding: Finding;
}

export interface Difference {
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
export interface Reached {
  readonly trace: Trace;
  readonly slot: number;
}

/** Looks for a shortest program that answers a question by another cause than those known. */
export function check(
  world: World,
  question: Question,
  scope: Scope,
  bounds: Bounds = DEFAULT_BOUNDS,
  watcher: Watcher = {},
  known: readonly Cause[] = [],
): Answer<Broken> {
  const breaks = (finding: Finding) => answers(question, finding) && isNews(known, finding);
  const asked = {
    ...{ scope, breaks, reads: readBy(question) },
    ...{ worlds: [world] as const, legal: legalWorld(scope, world.setup) },
  };
  return searched(asked, bounds, watcher, (program) => {
    const trace = run(world, program);
    for (let slot = 0; slot < trace.length; slot++) {
      const finding = trace.summaryAt(slot).findings.find(breaks);
      if (finding) return { trace, slot, finding };
    }
    return null;
  });
}

/** Looks for a shortest program that comes to a state between two events. */
export function reach(
  world: World,
  goal: Goal,
  scope: Scope,
  bounds: Bounds = DEFAULT_BOUNDS,
  watcher: Watcher = {},
): Answer<Reached> {
  const reached = reachedBy(goal, world);
  if (reached(initialMachine(world))) {
    return { verdict: 'violated', states: 1, length: 0, program: [], found: { trace: run(world, []), slot: -1 } };
  }
  const legal = legalWorld(scope, world.setup);
  const worlds = [world] as const;
  const asked = { scope, worlds, legal, breaks: () => false, reached, reads: new Set<never>() };
  return searched(asked, bounds, watcher, (program) => {
    const trace = run(world, program);
    for (let slot = 0; slot < trace.length; slot++) if (reached(inspect(trace, slot).after)) return { trace, slot };
    return null;
  });
}

/**
 * Looks for a shortest program that looks different in two worlds by another cause than those known. Where one run is over, or
 * another task runs, nothing more is compared: that is a difference by itself.
 */
export function diff(
  worlds: readonly [World, World],
  scope: Scope,
  bounds: Bounds = DEFAULT_BOUNDS,
  watcher: Watcher = {},
  known: readonly Cause[] = [],
): Answer<Difference> {
  const legal = legalWorld(scope, worlds[0].setup);
  const differs = (act: Act, one: Seen, other: Seen) =>
    causesOfDifference(eventOf(act), one, other).some((cause) => isNews(known, cause));
  const asked = { scope, worlds, legal, breaks: null, differs, reads: new Set<never>() };
  return searched(asked, bounds, watcher, (program) => {
    const [left, right] = [run(worlds[0], program), run(worlds[1], program)];
    for (let slot = 0; slot < Math.min(left.length, right.length); slot++) {
      const [one, other] = [seenOf(left.summaryAt(slot)), seenOf(right.summaryAt(slot))];
      const causes = causesOfDifference(left.rowAt(slot).event, one, other);
      const news = causes.filter((cause) => isNews(known, cause));
      if (news.length === 0) continue;
      const differs = news.map(({ what }) => what).join(', ');
      const finding: Finding = {
        rule: DIFFERENCE,
        sub: news[0]?.sub ?? null,
        severity: 'warning',
        statement: null,
        clause: 'both look the same from outside',
        values: { differs, left: seenText(one), right: seenText(other) },
      };
      return { left, right, slot, finding, causes };
    }
    return null;
  });
}

/** Why a scope cannot be searched, in one sentence; null where it can. `two`: two worlds are compared. */
export function refuseScope({ callers, interrupts, preempt }: Scope, two: boolean): string | null {
  if (interrupts !== 'statements' && preempt !== 'statements') return null;
  if (two) return 'two are compared with interrupts and preemption between calls: their statements differ';
  if (typeof callers === 'string') return null;
  return `callers legal in ${callers.legal} go with interrupts and preemption between calls: statements differ there`;
}

/** The world whose checks say what callers may do; null: another discipline does. */
export function legalWorld({ callers }: Scope, setup: Setup): World | null {
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
function searched<T>(
  asked: Asked,
  bounds: Bounds,
  watcher: Watcher,
  replay: (program: Program) => T | null,
): Answer<T> {
  return untilOutOfMemory(watcher, (listening): Answer<T> => {
    const apart = tasksApart(asked, bounds, listening);
    if (apart) return { verdict: 'holds', ...apart };
    const verdict = search(kernelSpaceOf(asked), bounds, listening);
    if (verdict.verdict !== 'violated') return verdict;
    const { states, length, moves } = verdict;
    const program = programOf(moves, actsOf(asked.scope));
    const counted = lengthOf(program);
    assert(counted === length, `a path of length ${length} became a program of ${counted}: ${JSON.stringify(program)}`);
    const found = replay(program);
    assert(found, `the run of a program that was found does not have it: ${JSON.stringify(program)}`);
    return { verdict: 'violated', states, length, program, found };
  });
}
