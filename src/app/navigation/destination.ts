import type { Trace } from '../../engine/run/run.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { selectSourceLines } from '../document/source-lines.ts';
import type { AppState } from '../state/state.ts';
import { countFindings, findingsBySlot } from './findings.ts';
import { slotOfNth } from './slots.ts';

type Place = Pick<AppState, 'trace' | 'document'>;

/**
 * Finds the slot of `12` or `event 12` of the program, `line 3` of its text, `step 7` of the run, or `problem 2`. The error names
 * what would have been accepted. `row` and `finding` are older words for event and problem.
 */
export function parseDestination(place: Place, text: string): Result<number, string> {
  const { trace } = place;
  const [, word = 'event', digits = ''] =
    /^\s*(?:(event|row|line|step|problem|finding)s?)?\s*#?(\d{1,9})\s*$/i.exec(text) ?? [];
  const found = countFindings(trace);
  const rows = trace.rows.length;
  const n = Number(digits);
  if (rows === 0) return err('The program is empty');
  if (digits === '') return err(`Cannot go to "${text.trim()}": enter ${expected(rows, found)}`);
  if (/^(problem|finding)/i.test(word)) {
    const slot = n > 0 ? slotOfNth(findingsBySlot(trace), n) : -1;
    return slot < 0 ? err(`There is no problem ${n}: enter ${expected(rows, found)}`) : ok(slot);
  }
  if (/^step/i.test(word)) return trace.reaches(n - 1) && n > 0 ? ok(n - 1) : err(`There is no step ${n} in this run`);
  if (/^line/i.test(word)) return slotOfLine(place, n);
  if (n < 1 || n > rows) return err(`There is no event ${n}: enter ${expected(rows, found)}`);
  return slotOfRow(trace, n);
}

function slotOfRow(trace: Trace, row: number): Result<number, string> {
  const slot = trace.slotOf(row);
  return slot < 0 ? err(`Event ${row} did not happen in this run`) : ok(slot);
}

function slotOfLine(place: Place, line: number): Result<number, string> {
  const lines = selectSourceLines(place);
  if (!lines) return err('Fix the program text first: its lines do not match the run');
  const row = lines.rowOn(line);
  return row === 0 ? err(`No event begins on line ${line}`) : slotOfRow(place.trace, row);
}

/** Describes what can be entered. */
function expected(rows: number, found: number): string {
  const row = rows === 1 ? 'event 1' : `an event from 1 to ${rows}`;
  if (found === 0) return `${row} (there are no problems)`;
  return found === 1 ? `${row}, or "problem 1"` : `${row}, or a problem: "problem 1" to "problem ${found}"`;
}
