import { rowIndexOf } from '../../engine/run/row-index.ts';
import { rowsOf, spliceEvents } from '../../engine/run/rows.ts';
import { countOf } from '../../lib/phrases.ts';
import { formatDiagnostic } from '../../lib/source.ts';
import { readAny } from '../../notation/read-any.ts';
import { checkEditable, editProgram } from '../document/program-edit.ts';
import { pathAfter } from '../document/row-path.ts';
import { describeRange, selectedRange } from '../navigation/event-range.ts';
import type { AppState } from '../state/state.ts';
import { notify, reject, type Transaction } from '../state/transaction.ts';

/**
 * Pastes events after the caret or over the selection, and selects them. A text that is not a program changes nothing, and a
 * notice says what is wrong with it.
 */
export function pasteRows(state: AppState, text: string): Transaction {
  const possible = checkEditable(state);
  if (possible !== true) return reject(possible);
  const read = readAny(text);
  if (!read.ok) {
    const [problem] = read.error.diagnostics;
    const wrong = problem ? `: ${formatDiagnostic(problem)}` : '';
    return notify({
      id: 'paste',
      severity: 'error',
      text: `Could not paste: the text is not a program, table or link${wrong}.`,
      original: text,
    });
  }
  const { program: events } = read.value;
  if (events.length === 0) return reject('Nothing to paste');
  const piece = selectedRange(state);
  const path = piece?.path ?? pathAfter(state.trace, state.caret);
  const program = spliceEvents(state.document.program, path, piece?.events.length ?? 0, events);
  const size = rowsOf(events).length;
  const first = rowIndexOf(program).numberOf(path, 0);
  const last = first + size - 1;
  return editProgram(state, {
    label: `paste ${countOf(size, 'event')} ${piece ? `over ${describeRange(piece)}` : `at position ${first}`}`,
    program,
    caret: last,
    replaceAll: piece?.events.length === state.document.program.length && path.length === 1,
    selection: { anchor: first, head: last, open: state.selection?.open ?? false },
  });
}
