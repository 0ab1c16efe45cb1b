import type { Rule } from './rule.ts';

/** Creates the judge of a rule whose breach the architecture itself reports as a hazard. */
export const hazardJudge =
  (id: string): Rule['judge'] =>
  (occasion) =>
    occasion.at === 'hazard' && occasion.rule === id ? { clause: occasion.clause, values: occasion.values } : null;
