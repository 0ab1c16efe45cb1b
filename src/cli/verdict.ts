import type { CheckSeen, Finding, Json, Setup } from '../engine/model.ts';
import { checkOf, describeBreach, describeValues, findingId } from '../engine/run/finding-text.ts';
import { DIFFERENCE_RULE } from '../explore/kernel-space/observation.ts';
import type { CheckResult } from '../explore/queries/check.ts';
import { countStates, describeStop } from '../explore/queries/descriptions.ts';
import { printEvent, printProgram } from '../notation/text/print.ts';
import { EXIT } from './io.ts';

export const VERDICT_FORMATS = ['table', 'json'] as const;

/** An answer as it is reported. A state that is reached has no finding. `checks` are those of the finding's row. */
export type ReportedAnswer = CheckResult<{ readonly finding: Finding | null; readonly checks: readonly CheckSeen[] }>;

/** Where a query was answered: one setup, or the two that are compared. */
interface AnsweredQuery {
  readonly setups: readonly Setup[];
  readonly query: { readonly [key: string]: Json };
}

export const exitCodeOf = ({ verdict }: Pick<ReportedAnswer, 'verdict'>): number =>
  ({ holds: EXIT.clean, violated: EXIT.found, bounded: EXIT.bounded })[verdict];

/** The worst of several exit codes: a finding, then a search that stopped at a bound. */
export const findWorstExitCode = (exits: readonly number[]): number =>
  [EXIT.found, EXIT.bounded].find((exit) => exits.includes(exit)) ?? EXIT.clean;

/**
 * Writes a verdict as one JSON object on a line. `revision`, `backend` and `era` are pairs if two setups are compared.
 * `length` is that of the program, or if the search stopped at a bound, the length up to which all programs were tried.
 * `each` is present for two independent tasks: the states of one of them.
 */
export function formatVerdictJson(answer: ReportedAnswer, { setups, query }: AnsweredQuery): string {
  const { verdict, states } = answer;
  const violated = answer.verdict === 'violated' ? answer : null;
  const oneOrBoth = (values: readonly string[]) => (values.length === 1 ? values[0] : values);
  return `${JSON.stringify({
    v: 1,
    revision: oneOrBoth(setups.map(({ revision }) => revision)),
    backend: oneOrBoth(setups.map(({ backend }) => backend)),
    era: oneOrBoth(setups.map(({ era }) => era)),
    query,
    verdict,
    states,
    length: answer.verdict === 'holds' ? null : answer.length,
    program: violated ? violated.program.map(printEvent).join('; ') : null,
    finding: violated?.found.finding ?? null,
    each: answer.verdict === 'holds' ? answer.statesPerTask : undefined,
  })}\n`;
}

/** Writes a verdict for people, with the program in the notation. `what` is what the search looked for, as a predicate. */
export function formatVerdict(answer: ReportedAnswer, what: string): string {
  const states = countStates(answer.states);
  switch (answer.verdict) {
    case 'holds': {
      const each =
        answer.statesPerTask === undefined ? '' : `, ${answer.statesPerTask} for each of two independent tasks`;
      return `holds: no program ${what}; the whole reachable space has ${states}${each}\n`;
    }
    case 'bounded':
      return `bounded: ${describeStop(answer)}; no program of up to ${eventsText(answer.length)} ${what}\n`;
    case 'violated': {
      const { length, program, found } = answer;
      return [
        `violated: the shortest program that ${what} has ${eventsText(length)} (searched ${states})`,
        ...findingLines(found),
        '',
        printProgram(program),
        '',
      ].join('\n');
    }
  }
}

const eventsText = (count: number): string => `${count} event${count === 1 ? '' : 's'}`;

function findingLines({
  finding,
  checks,
}: Extract<ReportedAnswer, { verdict: 'violated' }>['found']): readonly string[] {
  if (finding === null) return [];
  const { rule, sub, severity, values } = finding;
  if (rule === DIFFERENCE_RULE) {
    return [`differs at ${sub}: ${values.differs}`, `  left: ${values.left}`, `  right: ${values.right}`];
  }
  const valuesText = describeValues(values);
  const broke = `${severity}: ${describeBreach(finding, checks)} (${findingId(finding)})`;
  const reason = checkOf(finding, checks)?.reason;
  return [broke, ...(reason ? [`  ${reason}`] : []), ...(valuesText === '' ? [] : [`  ${valuesText}`])];
}
