import type { Event, Program } from '../../engine/model.ts';
import { checkProgram } from '../../notation/text/check.ts';
import { withNotice } from '../state/notice.ts';
import type { AppState, Cursor, Selection } from '../state/state.ts';
import { tooMuchWork } from './cost-estimate.ts';
import { renewed, withProgram } from './document.ts';
import { commit } from './history.ts';
import { holdersOf } from './row.ts';

interface Change {
  /** For the history: `add pause at 4`. */
  readonly name: string;
  readonly program: Program;
  /** The row, of the new program, behind which the caret then stands. */
  readonly caret: number;
  /** The step of the caret's row where none is given. */
  readonly cursor?: Cursor;
  /** What is selected afterwards, in rows of the new program; nothing where it is not given. */
  readonly selection?: Selection | null;
  /** How a person would write the program, where that is more than `withProgram` would find. */
  readonly text?: string;
  /** Nothing is left of the old program. */
  readonly anew?: boolean;
}

/** True, or why the program cannot be changed by anything but its text. */
export function editable({ document }: AppState): true | string {
  const [problem] = document.problems;
  if (!problem) return true;
  return `the text has to be right first: line ${problem.span.line}, ${problem.message}`;
}

/** A change of the program as an edit. One that no program can have leaves all as it was and says why. */
export function edited(
  state: AppState,
  { name, program, caret, cursor, selection = null, text, anew = program.length === 0 }: Change,
): Partial<AppState> {
  const wrong = wrongWith(program);
  if (wrong !== null) return withNotice(state, { id: 'edit', severity: 'error', text: `Cannot ${name}: ${wrong}.` });
  const old = anew ? renewed(state.document) : state.document;
  const document = text === undefined ? withProgram(old, program) : { ...old, text, problems: [], program };
  const change = { ...commit(state, { name, document, caret }), selection };
  if (cursor) return { ...change, cursor };
  const slot = change.trace?.slotOf(caret) ?? -1;
  return slot >= 0 || caret === 0 ? { ...change, cursor: { slot, moment: null } } : change;
}

/** Why a program cannot be run, or null. */
function wrongWith(program: Program): string | null {
  const [problem] = checkProgram(program);
  if (!problem) return tooMuchWork(program);
  return problem.expected === undefined ? problem.message : `${problem.message} (expected ${problem.expected})`;
}

/** True, or why events cannot stand at a path. */
export function fitsAt(state: AppState, path: readonly number[], events: () => readonly Event[]): true | string {
  const holders = holdersOf(state.document.program, path);
  const interrupt = holders.find(({ event: { kind } }) => kind === 'irq' || kind === 'softirq');
  return interrupt && events().some(holdsSwitch) ? `a switch cannot happen in ${interrupt.event.kind}` : true;
}

/** Whether an event is a switch that is on, or has one inside. */
export function holdsSwitch(event: Event): boolean {
  if (event.off) return false;
  if (event.kind === 'switch') return true;
  if (event.kind === 'call') return event.inside?.some(({ events }) => events.some(holdsSwitch)) ?? false;
  return event.kind === 'irq' || event.kind === 'softirq' ? event.body.some(holdsSwitch) : false;
}
