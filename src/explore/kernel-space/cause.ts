import type { Finding } from '../../engine/model.ts';

/** What is the matter with a program: findings with the same cause are one discovery, however they come about. */
export type Cause = Pick<Finding, 'rule' | 'sub' | 'statement' | 'clause'>;

export const causeOf = ({ rule, sub, statement, clause }: Finding): Cause => ({ rule, sub, statement, clause });

/** Whether a finding, or a cause, is none of these. */
export const isNewCause = (known: readonly Cause[], found: Cause): boolean =>
  !known.some(
    ({ rule, sub, statement, clause }) =>
      rule === found.rule && sub === found.sub && statement === found.statement && clause === found.clause,
  );
