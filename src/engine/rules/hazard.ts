import type { Rule } from './rule.ts';

/** Judges for a rule whose breach an architecture itself reports, as a hazard that came true. */
export const hazardJudge =
  (id: string): Rule['judge'] =>
  (occasion) =>
    occasion.at === 'hazard' && occasion.rule === id ? { clause: occasion.clause, values: occasion.values } : null;
