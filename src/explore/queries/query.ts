import type { CheckSeen, Finding, Program, Setup } from '../../engine/model.ts';
import { inspect, type Trace } from '../../engine/run/run.ts';
import { prepare } from '../../engine/setup/world.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { type Cause, causeOf } from '../kernel-space/cause.ts';
import type { SearchScope } from '../kernel-space/scope.ts';
import type { Bounds, SearchMonitor, SearchResult } from '../search/space.ts';
import { type CheckResult, checkEquivalence, checkProperty, checkReachability, validateScope } from './check.ts';
import type { Goal } from './goal.ts';
import { isViolationOf, type Property } from './property.ts';

/** A complete query, as a plain value that can be sent to a worker. */
export interface Query {
  readonly setup: Setup;
  readonly target: QueryTarget;
  readonly scope: SearchScope;
  readonly bounds: Bounds;
  /** Causes to ignore; a counterexample has another one. Reached states have no cause. */
  readonly knownCauses: readonly Cause[];
}

export type QueryTarget =
  | { readonly kind: 'any' }
  | { readonly kind: 'rule'; readonly rule: string; readonly sub: string | null }
  | { readonly kind: 'reach'; readonly goal: Goal }
  /** The setup to compare with. */
  | { readonly kind: 'differ'; readonly other: Setup };

/** The result of a query, as a plain value. */
export type Verdict = Exclude<SearchResult, { verdict: 'violated' }> | Counterexample;

export interface Counterexample {
  readonly verdict: 'violated';
  readonly states: number;
  readonly length: number;
  readonly program: Program;
  /** Where it shows: the step of the run (-1: before the first) and the moment in it (null: after the step). */
  readonly slot: number;
  readonly moment: number | null;
  /** null if a state was reached. */
  readonly finding: Finding | null;
  /** The checks of that step, to tell which macro a finding is about. */
  readonly checks: readonly CheckSeen[];
  /** Causes of all findings of that step that match the query. */
  readonly causes: readonly Cause[];
}

/** Runs a query to its end. The error of an invalid query is one sentence in lower case. */
export function runQuery(
  { setup, target, scope, bounds, knownCauses }: Query,
  monitor?: SearchMonitor,
): Result<Verdict, string> {
  const world = prepare(setup);
  if (!world.ok) return world;
  const refusal = validateScope(scope, target.kind === 'differ');
  if (refusal !== null) return err(refusal);
  if (target.kind === 'differ') {
    const other = prepare(target.other);
    if (!other.ok) return other;
    const answer = checkEquivalence([world.value, other.value], scope, bounds, monitor, knownCauses);
    return ok(
      verdictOf(answer, ({ left, slot, finding, causes }) => {
        return { ...locationOf(left, slot, finding), finding, checks: [], causes };
      }),
    );
  }
  if (target.kind === 'reach') {
    const answer = checkReachability(world.value, target.goal, scope, bounds, monitor);
    return ok(verdictOf(answer, ({ slot }) => ({ slot, moment: null, finding: null, checks: [], causes: [] })));
  }
  const property = propertyOf(target);
  const answer = checkProperty(world.value, property, scope, bounds, monitor, knownCauses);
  return ok(
    verdictOf(answer, ({ trace, slot, finding }) => {
      const { findings, checks } = trace.summaryAt(slot);
      const all = findings.filter((one) => isViolationOf(property, one));
      return { ...locationOf(trace, slot, finding), finding, checks, causes: all.map(causeOf) };
    }),
  );
}

/** The property that a search for findings tests. */
export const propertyOf = (target: Extract<QueryTarget, { kind: 'any' | 'rule' }>): Property =>
  target.kind === 'any' ? 'any' : { rule: target.rule, sub: target.sub };

function verdictOf<T>(
  answer: CheckResult<T>,
  describeFound: (found: T) => Pick<Counterexample, 'slot' | 'moment' | 'finding' | 'checks' | 'causes'>,
): Verdict {
  if (answer.verdict !== 'violated') return answer;
  const { verdict, states, length, program, found } = answer;
  return { verdict, states, length, program, ...describeFound(found) };
}

/** Locates the statement of a finding, if it has one. */
function locationOf(trace: Trace, slot: number, { statement }: Finding): Pick<Counterexample, 'slot' | 'moment'> {
  if (statement === null) return { slot, moment: null };
  const moment = inspect(trace, slot).moments.findLastIndex((one) => one.statement === statement);
  return { slot, moment: moment < 0 ? null : moment };
}
