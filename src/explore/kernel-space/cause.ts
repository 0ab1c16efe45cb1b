import type { Finding } from '../../engine/model.ts';

/** What went wrong in a program. Findings with the same cause count as one counterexample, however they come about. */
export type Cause = Pick<Finding, 'rule' | 'sub' | 'statement' | 'clause'>;

export const causeOf = ({ rule, sub, statement, clause }: Finding): Cause => ({ rule, sub, statement, clause });

/** Whether a finding, or a cause, is none of the known ones. */
export const isNewCause = (known: readonly Cause[], found: Cause): boolean =>
  !known.some(
    ({ rule, sub, statement, clause }) =>
      rule === found.rule && sub === found.sub && statement === found.statement && clause === found.clause,
  );
