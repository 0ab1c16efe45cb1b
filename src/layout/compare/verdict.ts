import { sum } from 'd3';
import type { Summary } from '../../engine/model.ts';
import { checkOf, describeBreach } from '../../engine/run/finding-text.ts';
import type { Trace } from '../../engine/run/run.ts';
import { countOf, listOf } from '../../lib/phrases.ts';
import { type FindingKind, kindOfFinding } from '../finding-kind.ts';
import type { Mark } from '../scene.ts';

/** How a whole run went, the gravest thing first. */
export const VERDICTS = ['bug', 'warns', 'hazard', 'rule', 'ignored', 'clean'] as const;
export type RunVerdict = (typeof VERDICTS)[number];

/** The word in a cell, and what it means. */
export const VERDICT_WORDS: Readonly<Record<RunVerdict, readonly [word: string, means: string]>> = {
  bug: ['BUG', 'it ends in a BUG, of the helpers or of the architecture'],
  warns: ['warns', 'a check of the kernel prints a warning, and it goes on'],
  hazard: ['hazard', 'an access meets what is held back, and no check of the helpers notices'],
  rule: ['rule', 'a rule of the interface breaks, and nothing in the kernel says so'],
  ignored: ['ignored', 'a call does nothing at all, and no rule breaks'],
  clean: ['clean', 'every call has its effect, and no rule breaks'],
};

/** The sign of each that has one; what is clean has none of the drawing's. */
export const VERDICT_SIGNS = {
  bug: 'bug',
  warns: 'warning',
  hazard: 'hazard',
  rule: 'rule',
  ignored: 'no-callback',
} as const satisfies Partial<Record<RunVerdict, Mark['kind']>>;

export interface RunAssessment {
  readonly verdict: RunVerdict;
  /** The first of the gravest, in a few words: `row 3: VM_WARN_ON_ONCE(enable_count == 0)`; empty where nothing is wrong. */
  readonly why: string;
  /** Everything that is the matter, the gravest kind first, and of a kind what came first; empty where the run is clean. */
  readonly matters: readonly RunProblem[];
}

/** One thing that is the matter with a run, however often it comes. */
export interface RunProblem {
  readonly verdict: Exclude<RunVerdict, 'clean'>;
  /** `VM_WARN_ON_ONCE(enable_count == 0)`, `flush while not entered`; empty of a call that is ignored. */
  readonly what: string;
  /** Where it came first, at most `MOST_PLACES` rows. */
  readonly rows: readonly number[];
  readonly times: number;
}

const MAX_ROWS = 3;

/** Looks at everything that a run left behind. Notes do not count, and a check that is off or silent says nothing. */
export function assessRun(trace: Trace): RunAssessment {
  const found = new Map<string, RunProblem>();
  // Equal rows share one summary, which is read once.
  const read = new Map<number, readonly Pick<RunProblem, 'verdict' | 'what'>[]>();
  for (let slot = 0; slot < trace.length; slot++) {
    const number = trace.kept.column[slot] ?? 0;
    const wrong = read.get(number) ?? problemsIn(trace.summaryAt(slot));
    read.set(number, wrong);
    for (const { verdict, what } of wrong) {
      const key = `${verdict} ${what}`;
      const { rows, times } = found.get(key) ?? { rows: [], times: 0 };
      const more = rows.length < MAX_ROWS ? [trace.rowAt(slot).number] : [];
      found.set(key, { verdict, what, rows: [...new Set([...rows, ...more])], times: times + 1 });
    }
  }
  const matters = VERDICTS.flatMap((verdict) => [...found.values()].filter((one) => one.verdict === verdict));
  const [worst] = matters;
  return { verdict: worst?.verdict ?? 'clean', why: worst ? whyOf(worst) : '', matters };
}

const whyOf = ({ what, rows }: RunProblem): string =>
  what === '' ? `row ${rows[0]} is ignored` : `row ${rows[0]}: ${what}`;

function problemsIn({ findings, outcome, checks }: Summary): Pick<RunProblem, 'verdict' | 'what'>[] {
  const told = findings.flatMap((finding) => {
    const verdict = BY_KIND[kindOfFinding(finding)];
    const check = checkOf(finding, checks);
    if (verdict === null || check?.silent) return [];
    return [{ verdict, what: check ? `${check.macro}(${check.condition})` : describeBreach(finding, checks) }];
  });
  return outcome === 'ignored' ? [...told, { verdict: 'ignored', what: '' }] : told;
}

/** The kinds of what is the matter, the gravest first, and how many of each there are: `2 warnings`. */
export const problemsByVerdict = ({ matters }: RunAssessment) =>
  VERDICTS.flatMap((verdict) => {
    if (verdict === 'clean') return [];
    const own = matters.filter((one) => one.verdict === verdict);
    const times = sum(own, (one) => one.times);
    return times === 0 ? [] : [{ verdict, says: countOf(times, NOUNS[verdict]), matters: own }];
  });

const NOUNS: Readonly<Record<Exclude<RunVerdict, 'clean'>, string>> = {
  bug: 'BUG',
  warns: 'warning',
  hazard: 'hazard',
  rule: 'broken rule',
  ignored: 'ignored call',
};

/** `row 3: VM_WARN_ON(!active)`, `rows 3 and 4`, `12 times from row 3 on: …`. */
export function describeProblem({ what, rows, times }: RunProblem): string {
  const places =
    times > rows.length
      ? `${times} times from row ${rows[0]} on`
      : `${rows.length === 1 ? 'row' : 'rows'} ${listOf(rows.map(String))}`;
  return what === '' ? places : `${places}: ${what}`;
}

/** By what a finding is to its reader; a note is no verdict. */
const BY_KIND: Readonly<Record<FindingKind, RunProblem['verdict'] | null>> = {
  bug: 'bug',
  warning: 'warns',
  hazard: 'hazard',
  rule: 'rule',
  note: null,
};
