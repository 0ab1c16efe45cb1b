import type { Trace } from '../../engine/run/run.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { selectLines } from '../document/source-lines.ts';
import type { AppState } from '../state/state.ts';
import { findingsBySlot, findingsIn } from './findings.ts';
import { slotOfNth } from './slots.ts';

type Place = Pick<AppState, 'trace' | 'document'>;

/**
 * The slot that a person asks for: `12` or `row 12` of the program, `line 3` of its text, `step 7` of the run, `finding 2`; or
 * what would have been accepted.
 */
export function destinationOf(place: Place, text: string): Result<number, string> {
  const { trace } = place;
  const [, word = 'row', digits = ''] = /^\s*(?:(row|line|step|finding)s?)?\s*#?(\d{1,9})\s*$/i.exec(text) ?? [];
  const found = findingsIn(trace);
  const rows = trace.rows.length;
  const n = Number(digits);
  if (rows === 0) return err('the program is empty: there is no row to go to');
  if (digits === '') return err(`"${text.trim()}" is no place; expected ${expected(rows, found)}`);
  if (/^finding/i.test(word)) {
    const slot = n > 0 ? slotOfNth(findingsBySlot(trace), n) : -1;
    return slot < 0 ? err(`there is no finding ${n}; expected ${expected(rows, found)}`) : ok(slot);
  }
  if (/^step/i.test(word)) return trace.reaches(n - 1) && n > 0 ? ok(n - 1) : err(`there is no step ${n} in this run`);
  if (/^line/i.test(word)) return slotOfLine(place, n);
  if (n < 1 || n > rows) return err(`there is no row ${n}; expected ${expected(rows, found)}`);
  return slotOfRow(trace, n);
}

function slotOfRow(trace: Trace, row: number): Result<number, string> {
  const slot = trace.slotOf(row);
  return slot < 0 ? err(`row ${row} did not happen in this run`) : ok(slot);
}

function slotOfLine(place: Place, line: number): Result<number, string> {
  const lines = selectLines(place);
  if (!lines) return err('the text has to be right first: its lines are not those of the run');
  const row = lines.rowOn(line);
  return row === 0 ? err(`no row begins on line ${line} of the text`) : slotOfRow(place.trace, row);
}

/** What can be asked for, in words. */
function expected(rows: number, found: number): string {
  const row = rows === 1 ? 'row 1' : `a row from 1 to ${rows}`;
  if (found === 0) return `${row} (there are no findings)`;
  return found === 1 ? `${row}, or "finding 1"` : `${row}, or a finding: "finding 1" to "finding ${found}"`;
}
