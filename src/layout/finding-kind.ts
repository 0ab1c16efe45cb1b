import type { Finding, Severity } from '../engine/model.ts';
import { KERNEL_CHECK } from '../engine/run/finding-text.ts';
import { countOf } from '../lib/phrases.ts';
import type { Mark } from './scene.ts';

/** Kinds of findings, the gravest first: what a check of the kernel reports is a warning, what only a rule says is a rule. */
export const FINDING_KINDS = ['bug', 'warning', 'hazard', 'rule', 'note'] as const satisfies readonly Mark['kind'][];
export type FindingKind = (typeof FINDING_KINDS)[number];

/** `2 problems, 1 note`; a note is not a problem. */
export function problemsInWords({ problems, notes }: ProblemCount): string {
  const parts = [problems > 0 && countOf(problems, 'problem'), notes > 0 && countOf(notes, 'note')];
  return parts.filter((part) => part !== false).join(', ') || 'no problems';
}

/** Counts problems and notes. */
export function countProblems(findings: readonly Pick<Finding, 'severity'>[]): ProblemCount {
  const notes = findings.filter(({ severity }) => severity === 'note').length;
  return { problems: findings.length - notes, notes };
}

export interface ProblemCount {
  readonly problems: number;
  readonly notes: number;
}

/** The word of each kind: WARN only where the kernel itself warns. */
export const KIND_WORDS: Readonly<Record<FindingKind, string>> = {
  bug: 'BUG',
  warning: 'WARN',
  hazard: 'HAZARD',
  rule: 'RULE',
  note: 'NOTE',
};

export const kindOfFinding = ({ severity, rule }: Pick<Finding, 'severity' | 'rule'>): FindingKind =>
  severity === ('warning' satisfies Severity) && rule !== KERNEL_CHECK ? 'rule' : severity;

/** The mark of a finding; a check that did not print has its own. */
export const signOfFinding = (
  finding: Pick<Finding, 'severity' | 'rule'> & { readonly silent: boolean },
): Mark['kind'] => (finding.silent ? 'silent-check' : kindOfFinding(finding));
