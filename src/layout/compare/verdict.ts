import type { Finding } from '../../engine/model.ts';
import type { Trace } from '../../engine/run.ts';
import { CHECK, type FindingKind, kindOfFinding } from '../finding-kind.ts';
import type { Mark } from '../scene.ts';

/** How a whole run went, the gravest thing first. */
export const VERDICTS = ['bug', 'warns', 'hazard', 'rule', 'ignored', 'clean'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The word in a cell, and what it means. */
export const VERDICT_WORDS: Readonly<Record<Verdict, readonly [word: string, means: string]>> = {
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
} as const satisfies Partial<Record<Verdict, Mark['kind']>>;

export interface Judged {
  readonly verdict: Verdict;
  /** What it was and where, in a few words: `row 3: VM_WARN_ON_ONCE(enable_count == 0)`; empty where nothing is wrong. */
  readonly why: string;
}

/** Looks at everything that a run left behind. Notes do not count, and a check that is off or silent says nothing. */
export function judge(trace: Trace): Judged {
  let worst: Judged = { verdict: 'clean', why: '' };
  const take = (verdict: Verdict, why: string) => {
    if (VERDICTS.indexOf(verdict) < VERDICTS.indexOf(worst.verdict)) worst = { verdict, why };
  };
  const seen = new Set<number>();
  for (let slot = 0; slot < trace.length; slot++) {
    // Equal rows share one summary: those that were looked at cannot be worse.
    const number = trace.kept.column[slot] ?? 0;
    if (seen.has(number)) continue;
    seen.add(number);
    const { findings, outcome, checks } = trace.summaryAt(slot);
    if (findings.length === 0 && outcome !== 'ignored') continue;
    const row = trace.rowAt(slot);
    if (outcome === 'ignored') take('ignored', `row ${row.number} is ignored`);
    for (const finding of findings) {
      const check = finding.rule === CHECK && checks.find(({ statement }) => statement === finding.statement);
      const verdict = BY_KIND[kindOfFinding(finding)];
      if (verdict)
        take(verdict, `row ${row.number}: ${check ? `${check.macro}(${check.condition})` : nameOf(finding)}`);
    }
  }
  return worst;
}

/** By what a finding is to its reader; a note is no verdict. */
const BY_KIND: Readonly<Record<FindingKind, Verdict | null>> = {
  bug: 'bug',
  warning: 'warns',
  hazard: 'hazard',
  rule: 'rule',
  note: null,
};

const nameOf = ({ rule, sub, clause }: Finding): string => `${rule}${sub === null ? '' : `.${sub}`}: ${clause}`;
