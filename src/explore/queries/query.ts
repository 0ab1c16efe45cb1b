import type { CheckSeen, Finding, Program, Setup } from '../../engine/model.ts';
import { inspect, type Trace } from '../../engine/run/run.ts';
import { prepare } from '../../engine/setup/world.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { type Cause, causeOf } from '../kernel-space/cause.ts';
import type { Scope } from '../kernel-space/scope.ts';
import type { Bounds, Verdict, Watcher } from '../search/space.ts';
import { type Answer, check, diff, reach, refuseScope } from './check.ts';
import type { Goal } from './goal.ts';
import { answers, type Question } from './question.ts';

/** Everything that is asked, as a value: it can be sent to a worker. */
export interface Inquiry {
  readonly setup: Setup;
  readonly about: About;
  readonly scope: Scope;
  readonly bounds: Bounds;
  /** Causes that are known: what is found has another one. A state that is reached has none. */
  readonly known: readonly Cause[];
}

export type About =
  | { readonly kind: 'any' }
  | { readonly kind: 'rule'; readonly rule: string; readonly sub: string | null }
  | { readonly kind: 'reach'; readonly goal: Goal }
  /** Against this setup. */
  | { readonly kind: 'differ'; readonly other: Setup };

/** What comes of it, as a value, too. */
export type Reply = Exclude<Verdict, { verdict: 'violated' }> | Discovery;

export interface Discovery {
  readonly verdict: 'violated';
  readonly states: number;
  readonly length: number;
  readonly program: Program;
  /** Where it shows: the slot of the run, -1 before the first row, and the moment there; null: when the row is over. */
  readonly slot: number;
  readonly moment: number | null;
  /** null: a state was reached. */
  readonly finding: Finding | null;
  /** The checks of the row where it shows: which macro a finding is about. */
  readonly checks: readonly CheckSeen[];
  /** Causes of everything that was found there and would have answered, too. */
  readonly causes: readonly Cause[];
}

/** Asks, and answers when the search is over. What cannot be asked is one sentence, lower case. */
export function inquire({ setup, about, scope, bounds, known }: Inquiry, watcher?: Watcher): Result<Reply, string> {
  const world = prepare(setup);
  if (!world.ok) return world;
  const refusal = refuseScope(scope, about.kind === 'differ');
  if (refusal !== null) return err(refusal);
  if (about.kind === 'differ') {
    const other = prepare(about.other);
    if (!other.ok) return other;
    const answer = diff([world.value, other.value], scope, bounds, watcher, known);
    return ok(
      replyOf(answer, ({ left, slot, finding, causes }) => {
        return { ...placeOf(left, slot, finding), finding, checks: [], causes };
      }),
    );
  }
  if (about.kind === 'reach') {
    const answer = reach(world.value, about.goal, scope, bounds, watcher);
    return ok(replyOf(answer, ({ slot }) => ({ slot, moment: null, finding: null, checks: [], causes: [] })));
  }
  const question = questionOf(about);
  const answer = check(world.value, question, scope, bounds, watcher, known);
  return ok(
    replyOf(answer, ({ trace, slot, finding }) => {
      const { findings, checks } = trace.summaryAt(slot);
      const all = findings.filter((one) => answers(question, one));
      return { ...placeOf(trace, slot, finding), finding, checks, causes: all.map(causeOf) };
    }),
  );
}

/** The question that a search for a finding asks. */
export const questionOf = (about: Extract<About, { kind: 'any' | 'rule' }>): Question =>
  about.kind === 'any' ? 'any' : { rule: about.rule, sub: about.sub };

function replyOf<T>(
  answer: Answer<T>,
  tell: (found: T) => Pick<Discovery, 'slot' | 'moment' | 'finding' | 'checks' | 'causes'>,
): Reply {
  if (answer.verdict !== 'violated') return answer;
  const { verdict, states, length, program, found } = answer;
  return { verdict, states, length, program, ...tell(found) };
}

/** The statement at which a finding shows, where it shows at one. */
function placeOf(trace: Trace, slot: number, { statement }: Finding): Pick<Discovery, 'slot' | 'moment'> {
  if (statement === null) return { slot, moment: null };
  const moment = inspect(trace, slot).moments.findLastIndex((one) => one.statement === statement);
  return { slot, moment: moment < 0 ? null : moment };
}
