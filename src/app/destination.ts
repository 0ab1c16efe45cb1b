import { err, ok, type Result } from '../lib/result.ts';
import { findingsBySlot, findingsIn } from './findings.ts';
import { slotOfNth } from './slots.ts';
import type { AppState } from './state.ts';

/** The slot that a person asks for: `12`, `row 12` or `finding 2`; or what would have been accepted. */
export function destinationOf({ trace }: Pick<AppState, 'trace'>, text: string): Result<number, string> {
  const [, word = 'row', digits = ''] = /^\s*(?:(row|step|finding)s?)?\s*#?(\d{1,9})\s*$/i.exec(text) ?? [];
  const found = findingsIn(trace);
  const rows = trace.rows.length;
  const n = Number(digits);
  if (rows === 0) return err('the program is empty: there is no row to go to');
  if (digits === '') return err(`"${text.trim()}" is no place; expected ${expected(rows, found)}`);
  if (/^finding/i.test(word)) {
    const slot = n > 0 ? slotOfNth(findingsBySlot(trace), n) : -1;
    return slot < 0 ? err(`there is no finding ${n}; expected ${expected(rows, found)}`) : ok(slot);
  }
  if (n < 1 || n > rows) return err(`there is no row ${n}; expected ${expected(rows, found)}`);
  const slot = trace.slotOf(n);
  return slot < 0 ? err(`row ${n} did not happen in this run`) : ok(slot);
}

/** What can be asked for, in words. */
function expected(rows: number, found: number): string {
  const row = rows === 1 ? 'row 1' : `a row from 1 to ${rows}`;
  if (found === 0) return `${row} (there are no findings)`;
  return found === 1 ? `${row}, or "finding 1"` : `${row}, or a finding: "finding 1" to "finding ${found}"`;
}
