import type { Finding } from '../engine/model.ts';

/** What is the matter with a program: findings with the same cause are one discovery, however they come about. */
export type Cause = Pick<Finding, 'rule' | 'sub' | 'statement' | 'clause'>;

export const causeOf = ({ rule, sub, statement, clause }: Finding): Cause => ({ rule, sub, statement, clause });

/** Whether a finding has none of these causes. */
export const isNews = (known: readonly Cause[], finding: Finding): boolean =>
  !known.some(
    ({ rule, sub, statement, clause }) =>
      rule === finding.rule && sub === finding.sub && statement === finding.statement && clause === finding.clause,
  );
