import type { Finding, Severity } from '../engine/model.ts';
import { KERNEL_CHECK } from '../engine/run/finding-text.ts';
import { countOf } from '../lib/phrases.ts';
import type { Mark } from './scene.ts';

/** What a finding is to its reader, the gravest first: a warning is of the kernel's own checks, or of a rule alone. */
export const FINDING_KINDS = ['bug', 'warning', 'hazard', 'rule', 'note'] as const satisfies readonly Mark['kind'][];
export type FindingKind = (typeof FINDING_KINDS)[number];

/** `2 problems, 1 note`; a note is not a problem. */
export function problemsInWords({ problems, notes }: ProblemCount): string {
  const parts = [problems > 0 && countOf(problems, 'problem'), notes > 0 && countOf(notes, 'note')];
  return parts.filter((part) => part !== false).join(', ') || 'no problems';
}

export interface ProblemCount {
  readonly problems: number;
  readonly notes: number;
}

/** What a finding is called: WARN only where the kernel itself says so. */
export const KIND_WORDS: Readonly<Record<FindingKind, string>> = {
  bug: 'BUG',
  warning: 'WARN',
  hazard: 'HAZARD',
  rule: 'RULE',
  note: 'NOTE',
};

export const kindOfFinding = ({ severity, rule }: Pick<Finding, 'severity' | 'rule'>): FindingKind =>
  severity === ('warning' satisfies Severity) && rule !== KERNEL_CHECK ? 'rule' : severity;

/** Its sign: a check that printed nothing has one of its own. */
export const signOfFinding = (
  finding: Pick<Finding, 'severity' | 'rule'> & { readonly silent: boolean },
): Mark['kind'] => (finding.silent ? 'silent-check' : kindOfFinding(finding));
