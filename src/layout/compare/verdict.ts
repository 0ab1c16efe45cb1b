import { sum } from 'd3';
import type { Summary } from '../../engine/model.ts';
import { checkOf, describeBreach } from '../../engine/run/finding-text.ts';
import type { Trace } from '../../engine/run/run.ts';
import { countOf, listOf } from '../../lib/phrases.ts';
import { type FindingKind, kindOfFinding } from '../finding-kind.ts';
import type { Mark } from '../scene.ts';

/** Verdicts on a whole run, the gravest first. */
export const VERDICTS = ['bug', 'warns', 'hazard', 'rule', 'ignored', 'clean'] as const;
export type RunVerdict = (typeof VERDICTS)[number];

/** The word in a cell, and its meaning. */
export const VERDICT_WORDS: Readonly<Record<RunVerdict, readonly [word: string, means: string]>> = {
  bug: ['BUG', 'the run ends in a BUG, of the helpers or of the architecture'],
  warns: ['warns', 'a kernel check prints a warning; the run continues'],
  hazard: ['hazard', 'an access happens while an update is pending, and no check of the helpers detects it'],
  rule: ['rule', 'a rule of the interface is broken, and no kernel check detects it'],
  ignored: ['ignored', 'a call takes no effect, and no rule is broken'],
  clean: ['clean', 'every call takes effect, and no rule is broken'],
};

/** The timeline sign of each verdict; `clean` has none. */
export const VERDICT_SIGNS = {
  bug: 'bug',
  warns: 'warning',
  hazard: 'hazard',
  rule: 'rule',
  ignored: 'no-callback',
} as const satisfies Partial<Record<RunVerdict, Mark['kind']>>;

export interface RunAssessment {
  readonly verdict: RunVerdict;
  /** The first of the gravest problems: `step 3: VM_WARN_ON_ONCE(enable_count == 0)`; empty for a clean run. */
  readonly why: string;
  /** All problems, the gravest kind first and each kind in time order; empty for a clean run. */
  readonly problems: readonly RunProblem[];
}

/** One problem of a run, however often it occurs. */
export interface RunProblem {
  readonly verdict: Exclude<RunVerdict, 'clean'>;
  /** `VM_WARN_ON_ONCE(enable_count == 0)`, `arch_flush() called while not entered`; empty for an ignored call. */
  readonly what: string;
  /** Its first rows, at most `MOST_PLACES`. */
  readonly rows: readonly number[];
  readonly times: number;
}

const MAX_ROWS = 3;

/** Judges a whole run. Notes do not count, nor do checks that are off or silent. */
export function assessRun(trace: Trace): RunAssessment {
  const found = new Map<string, RunProblem>();
  // Equal rows share one summary, so each summary is read once.
  const read = new Map<Summary, readonly Pick<RunProblem, 'verdict' | 'what'>[]>();
  for (let slot = 0; slot < trace.length; slot++) {
    const summary = trace.summaryAt(slot);
    const wrong = read.get(summary) ?? problemsIn(summary);
    read.set(summary, wrong);
    for (const { verdict, what } of wrong) {
      const key = `${verdict} ${what}`;
      const { rows, times } = found.get(key) ?? { rows: [], times: 0 };
      const more = rows.length < MAX_ROWS ? [trace.rowAt(slot).number] : [];
      found.set(key, { verdict, what, rows: [...new Set([...rows, ...more])], times: times + 1 });
    }
  }
  const problems = VERDICTS.flatMap((verdict) => [...found.values()].filter((one) => one.verdict === verdict));
  const [worst] = problems;
  return { verdict: worst?.verdict ?? 'clean', why: worst ? whyOf(worst) : '', problems };
}

const whyOf = ({ what, rows }: RunProblem): string =>
  what === '' ? `step ${rows[0]} is ignored` : `step ${rows[0]}: ${what}`;

function problemsIn({ findings, outcome, checks }: Summary): Pick<RunProblem, 'verdict' | 'what'>[] {
  const told = findings.flatMap((finding) => {
    const verdict = BY_KIND[kindOfFinding(finding)];
    const check = checkOf(finding, checks);
    if (verdict === null || check?.silent) return [];
    return [{ verdict, what: check ? `${check.macro}(${check.condition})` : describeBreach(finding, checks) }];
  });
  return outcome === 'ignored' ? [...told, { verdict: 'ignored', what: '' }] : told;
}

/** The kinds of problems, the gravest first, with their counts: `2 warnings`. */
export const problemsByVerdict = ({ problems }: RunAssessment) =>
  VERDICTS.flatMap((verdict) => {
    if (verdict === 'clean') return [];
    const own = problems.filter((one) => one.verdict === verdict);
    const times = sum(own, (one) => one.times);
    return times === 0 ? [] : [{ verdict, says: countOf(times, NOUNS[verdict]), problems: own }];
  });

const NOUNS: Readonly<Record<Exclude<RunVerdict, 'clean'>, string>> = {
  bug: 'BUG',
  warns: 'warning',
  hazard: 'hazard',
  rule: 'broken rule',
  ignored: 'ignored call',
};

/** `step 3: VM_WARN_ON(!active)`, `steps 3 and 4`, `12 times, first at step 3: …`. */
export function describeProblem({ what, rows, times }: RunProblem): string {
  const places =
    times > rows.length
      ? `${times} times, first at step ${rows[0]}`
      : `${rows.length === 1 ? 'step' : 'steps'} ${listOf(rows.map(String))}`;
  return what === '' ? places : `${places}: ${what}`;
}

/** The verdict of each kind of finding; a note has none. */
const BY_KIND: Readonly<Record<FindingKind, RunProblem['verdict'] | null>> = {
  bug: 'bug',
  warning: 'warns',
  hazard: 'hazard',
  rule: 'rule',
  note: null,
};
