import type { Event, Program } from '../../engine/model.ts';
import { exceedsBudget } from '../../engine/run/cost-estimate.ts';
import { checkProgram } from '../../notation/text/check.ts';
import { exceedsTextLimit } from '../../notation/text/limits.ts';
import type { AppState, Cursor, Selection } from '../state/state.ts';
import { notify, type Transaction } from '../state/transaction.ts';
import { withoutStaleTitle, withProgram } from './document.ts';
import { commit } from './history.ts';
import { ancestorsOf } from './row-path.ts';

interface ProgramEdit {
  /** For the history: `insert pause at position 4`. */
  readonly label: string;
  readonly program: Program;
  /** The row of the new program that the caret is after. */
  readonly caret: number;
  /** By default the step of the caret's row, if that happens. */
  readonly playhead?: Cursor;
  /** In rows of the new program; by default none. */
  readonly selection?: Selection | null;
  /** How a person would write the program, if `withProgram` would not find that. */
  readonly text?: string;
  /** Nothing is left of the old program. */
  readonly replaceAll?: boolean;
}

/** True, or why only the text of the program can be edited. */
export function checkEditable({ document }: AppState): true | string {
  const [problem] = document.problems;
  if (!problem) return true;
  return `Fix the program text first: line ${problem.span.line}, ${problem.message}`;
}

/** Changes the program as an edit. A program that is not valid changes nothing, and a notice says why. */
export function editProgram(
  { document: old }: AppState,
  { label, program, caret, playhead, selection = null, text, replaceAll = program.length === 0 }: ProgramEdit,
): Transaction {
  const refuse = (why: string) => notify({ id: 'edit', severity: 'error', text: `Could not ${label}: ${why}.` });
  const problem = problemOf(program);
  if (problem !== null) return refuse(problem);
  const base = replaceAll ? withoutStaleTitle(old) : old;
  const content =
    text === undefined ? withProgram(base, program) : { ...base, text, problems: [], validText: text, program };
  const excess = exceedsTextLimit(content.text);
  if (excess !== null) return refuse(excess);
  return {
    ...commit(label, content),
    caret,
    playhead: playhead ?? { row: caret, moment: null, ifMissing: 'stay' },
    selection,
  };
}

/** Why a program cannot run, or null. */
function problemOf(program: Program): string | null {
  const [problem] = checkProgram(program);
  if (!problem) return exceedsBudget(program);
  return problem.expected === undefined ? problem.message : `${problem.message} (expected ${problem.expected})`;
}

/** True, or why events cannot be placed at a path. */
export function checkPlacement(
  state: AppState,
  path: readonly number[],
  events: () => readonly Event[],
): true | string {
  const holders = ancestorsOf(state.document.program, path);
  const interrupt = holders.find(({ event: { kind } }) => kind === 'irq' || kind === 'softirq');
  return interrupt && events().some(containsSwitch)
    ? `A switch cannot happen in ${interrupt.event.kind === 'irq' ? 'an interrupt' : 'a softirq'}`
    : true;
}

/** Whether an event is an enabled switch, or has one inside. */
export function containsSwitch(event: Event): boolean {
  if (event.off) return false;
  if (event.kind === 'switch') return true;
  if (event.kind === 'call') return event.inside?.some(({ events }) => events.some(containsSwitch)) ?? false;
  return event.kind === 'irq' || event.kind === 'softirq' ? event.body.some(containsSwitch) : false;
}
