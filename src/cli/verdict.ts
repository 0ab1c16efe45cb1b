import type { CheckSeen, Finding, Program } from '../engine/model.ts';
import { breachInWords, checkOf, findingId, valuesInWords } from '../engine/run/finding-words.ts';
import { DIFFERENCE_RULE } from '../explore/kernel-space/observation.ts';
import type { CheckResult } from '../explore/queries/check.ts';
import { countStates, describeStop } from '../explore/queries/descriptions.ts';
import { printEvent, printProgram } from '../notation/text/print.ts';
import { EXIT } from './io.ts';

export const VERDICT_FORMATS = ['table', 'json'] as const;

/** What is written of an answer, whatever was found; a state that is reached has no finding. `checks` are those of its row. */
export type Told = CheckResult<{ readonly finding: Finding | null; readonly checks: readonly CheckSeen[] }>;

/** The exit code of an answer. */
export const exitOf = ({ verdict }: Pick<Told, 'verdict'>): number =>
  ({ holds: EXIT.clean, violated: EXIT.found, bounded: EXIT.bounded })[verdict];

/** The worst of several exit codes: something was found, or else a search gave up. */
export const worstOf = (exits: readonly number[]): number =>
  [EXIT.found, EXIT.bounded].find((exit) => exits.includes(exit)) ?? EXIT.clean;

/**
 * One object (design 7). `length` is that of the program, or where a search stopped at a bound the length up to which every
 * program was tried. `each` is there for two tasks that have nothing to do with each other: the states of one.
 */
export function verdictJson(answer: Told): string {
  const { verdict, states } = answer;
  const violated = answer.verdict === 'violated' ? answer : null;
  const length = answer.verdict === 'holds' ? null : answer.length;
  const program = violated && programLine(violated.program);
  const each = answer.verdict === 'holds' ? answer.statesPerTask : undefined;
  return `${JSON.stringify({ verdict, states, length, program, finding: violated?.found.finding ?? null, each })}\n`;
}

const apartText = (each: number | undefined): string =>
  each === undefined ? '' : `, ${each} for each of two tasks that have nothing to do with each other`;

const programLine = (program: Program): string => program.map(printEvent).join('; ');

/** A verdict to read, with the program in the notation. */
export function verdictText(answer: Told, what: string): string {
  const states = countStates(answer.states);
  switch (answer.verdict) {
    case 'holds':
      return `holds: no program ${what}; the whole reachable space has ${states}${apartText(answer.statesPerTask)}\n`;
    case 'bounded':
      return `bounded: ${describeStop(answer)}; no program of up to ${answer.length} ${what}\n`;
    case 'violated': {
      const { length, program, found } = answer;
      return [
        `violated: a program of ${length} ${what}, and none is shorter (${states})`,
        ...findingLines(found),
        '',
        printProgram(program),
        '',
      ].join('\n');
    }
  }
}

function findingLines({ finding, checks }: Extract<Told, { verdict: 'violated' }>['found']): readonly string[] {
  if (finding === null) return [];
  const { rule, sub, severity, values } = finding;
  if (rule === DIFFERENCE_RULE) {
    return [`differs at ${sub}: ${values.differs}`, `  left: ${values.left}`, `  right: ${values.right}`];
  }
  const seen = valuesInWords(values);
  const broke = `${severity}: ${breachInWords(finding, checks)} (${findingId(finding)})`;
  const reason = checkOf(finding, checks)?.reason;
  return [broke, ...(reason ? [`  ${reason}`] : []), ...(seen === '' ? [] : [`  ${seen}`])];
}
