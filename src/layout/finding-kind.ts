import type { Finding, Severity } from '../engine/model.ts';
import { KERNEL_CHECK } from '../engine/run/finding-text.ts';
import type { Mark } from './scene.ts';

/** What a finding is to its reader, the gravest first: a warning is of the kernel's own checks, or of a rule alone. */
export const FINDING_KINDS = ['bug', 'warning', 'hazard', 'rule', 'note'] as const satisfies readonly Mark['kind'][];
export type FindingKind = (typeof FINDING_KINDS)[number];

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
