import { exceedsBudget } from '../../engine/run/cost-estimate.ts';
import type { Trace } from '../../engine/run/run.ts';
import { memoLast } from '../../lib/memo.ts';
import { countOf } from '../../lib/phrases.ts';
import { formatDiagnostic } from '../../lib/source.ts';
import { findMismatches, type TableMismatch } from '../../notation/mail/mismatches.ts';
import type { MailTable } from '../../notation/mail/table.ts';
import { readAny } from '../../notation/read-any.ts';
import { withoutStaleTitle, withProgram } from '../document/document.ts';
import { commit } from '../document/history.ts';
import { openDocument } from '../document/open-document.ts';
import { showLinkedQuery } from '../document/open-request.ts';
import { isNotation } from '../document/read-text.ts';
import { reuseUnchangedEvents } from '../document/reuse-unchanged-events.ts';
import { linkRemarks } from '../state/messages.ts';
import { runsOf } from '../state/runs.ts';
import type { AppState } from '../state/state.ts';
import { announce, combine, notify, type Transaction } from '../state/transaction.ts';

/**
 * Reads a pasted text, memoised, so that a long one can be read in a task of its own before it is used. Null for notation, which is
 * ordinary text.
 */
export const readPasted = memoLast((text: string) => (isNotation(text) ? null : readAny(text)));

/**
 * Makes a pasted table or link the program, as an edit. A broken one changes nothing, and a notice says where it is wrong.
 * Null if it is ordinary text.
 */
export function pasteText(state: AppState, text: string): Transaction | null {
  const read = readPasted(text);
  if (!read) return null;
  if (!read.ok) {
    const { from, diagnostics } = read.error;
    if (from !== 'table' && from !== 'link') return null;
    return refuse(text, `Could not read the ${from}: ${diagnostics.map((one) => formatDiagnostic(one)).join('; ')}.`);
  }
  const { value } = read;
  if (value.from === 'link') {
    const request = openDocument({ kind: 'link', view: value.view });
    if (!request.ok) return refuse(text, `Could not open the link: ${request.error}.`);
    const { document, row, moment } = request.value;
    return combine(
      commit('paste a link', document),
      { playhead: { row, moment, ifMissing: 'start', isArrival: true }, caret: row },
      notify(...linkRemarks(request.value)),
      showLinkedQuery(state, request.value),
    );
  }
  if (value.from !== 'table') return null;
  const work = exceedsBudget(value.program);
  if (work !== null) return refuse(text, `Could not run the table: ${work}.`);
  const program = reuseUnchangedEvents(state.document.program, value.program);
  const document = withProgram(withoutStaleTitle(state.document), program);
  const report = describeTable(value.table, runsOf(state, document).trace);
  return combine(
    commit('paste a table', document),
    { playhead: { slot: -1, moment: null } },
    notify({ id: 'paste', severity: 'info', text: report }),
    announce('pasted', report),
  );
}

const refuse = (original: string, text: string): Transaction =>
  notify({ id: 'paste', severity: 'error', text, original });

/** `Imported 6 table rows. 2 rows differ from v6: row 3, callback: arch_leave() in the table, (none) in the run; …`. */
function describeTable({ rows, remarks }: MailTable, trace: Trace): string {
  const read = `Imported ${countOf(rows.length, 'table row')}${remarks.length > 0 ? `; ignored ${countOf(remarks.length, 'other line')}` : ''}.`;
  const { revision, backend } = trace.world;
  const differences = findMismatches(rows, trace, revision.fields);
  const wrong = new Set(differences.map(({ row }) => row)).size;
  if (!rows.some(hasClaims)) return read;
  if (wrong === 0) return `${read} The table matches ${revision.id} on ${backend.title}.`;
  const listed = differences.slice(0, MAX_SHOWN).map(describeDifference).join('; ');
  const more = differences.length > MAX_SHOWN ? `; and ${differences.length - MAX_SHOWN} more` : '';
  return `${read} ${countOf(wrong, 'row')} ${wrong === 1 ? 'differs' : 'differ'} from ${revision.id}: ${listed}${more}.`;
}

const hasClaims = ({ claims }: MailTable['rows'][number]): boolean =>
  claims.callbacks !== null ||
  claims.outcome !== null ||
  claims.result !== null ||
  Object.keys(claims.state).length > 0;

const MAX_SHOWN = 3;

const describeDifference = ({ row, about, claimed, happened }: TableMismatch): string =>
  `row ${row}, ${about}: ${claimed} in the table, ${happened} in the run`;
