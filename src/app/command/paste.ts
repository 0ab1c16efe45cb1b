import { countOf } from '../../lib/phrases.ts';
import { formatDiagnostic } from '../../lib/source.ts';
import { checkClaims, type Difference } from '../../notation/mail/claims.ts';
import type { Table } from '../../notation/mail/table.ts';
import { readAny } from '../../notation/read-any.ts';
import { tooMuchWork } from '../document/cost-estimate.ts';
import { renewed, withProgram } from '../document/document.ts';
import { commit } from '../document/history.ts';
import { asking } from '../document/opening.ts';
import { readText } from '../document/reading.ts';
import { keepEvents } from '../document/reuse-unchanged-events.ts';
import { settled } from '../navigation/cursor-moves.ts';
import { openView } from '../share/open-link.ts';
import { linkRemarks } from '../state/messages.ts';
import { withNotice } from '../state/notice.ts';
import type { AppState } from '../state/state.ts';

/**
 * Pasted text. A table or a link becomes the program, as an edit; one with a mistake changes nothing and says where it is;
 * null: it is ordinary text.
 */
export function pasted(state: AppState, text: string): Partial<AppState> | null {
  // Whatever has lines that are notation is neither a link nor a table: a long one is not read twice for that.
  if (text.trim().includes('\n') && readText(text).ok) return null;
  const read = readAny(text);
  if (!read.ok) {
    const { from, diagnostics } = read.error;
    if (from !== 'table' && from !== 'link') return null;
    return refused(
      state,
      text,
      `The ${from} was not read: ${diagnostics.map((one) => formatDiagnostic(one)).join('; ')}.`,
    );
  }
  const { value } = read;
  if (value.from === 'link') {
    const opening = openView(value.view);
    if (!opening.ok) return refused(state, text, `The link was not opened: ${opening.error}.`);
    const { document, row } = opening.value;
    const change = commit(state, { name: 'paste a link', document, caret: row });
    const trace = change.trace ?? state.trace;
    const slot = row === 0 ? -1 : trace.slotOf(row);
    const [remark] = linkRemarks(opening.value);
    const said = remark ? withNotice(state, remark) : {};
    const cursor = settled(trace, { slot, moment: opening.value.moment });
    return { ...change, ...said, ...asking(opening.value), cursor, arrival: cursor };
  }
  if (value.from !== 'table') return null;
  const work = tooMuchWork(value.program);
  if (work !== null) return refused(state, text, `The table was read and cannot be run: ${work}.`);
  const program = keepEvents(state.document.program, value.program);
  const document = withProgram(renewed(state.document), program);
  const change = commit(state, { name: 'paste a table', document, caret: 0, cursor: { slot: -1, moment: null } });
  const told = tellTable(value.table, { ...state, ...change });
  return { ...change, ...withNotice(state, { id: 'paste', severity: 'info', text: told }), said: told };
}

const refused = (state: AppState, original: string, text: string) =>
  withNotice(state, { id: 'paste', severity: 'error', text, original });

/** `Read 6 rows of a table. 2 rows differ from v6: row 3, callback: arch_leave() in the table, (none) in the run; …`. */
function tellTable({ rows, remarks }: Table, { trace }: AppState): string {
  const read = `Read ${countOf(rows.length, 'row')} of a table${remarks.length > 0 ? `, beside ${countOf(remarks.length, 'remark')}` : ''}.`;
  const { revision, backend } = trace.world;
  const differences = checkClaims(rows, trace, revision.fields);
  const wrong = new Set(differences.map(({ row }) => row)).size;
  if (!rows.some(saysSomething)) return read;
  if (wrong === 0) return `${read} What it says is what ${revision.id} does on ${backend.title}.`;
  const shown = differences.slice(0, MOST_SHOWN).map(tellDifference).join('; ');
  const more = differences.length > MOST_SHOWN ? `; and ${differences.length - MOST_SHOWN} more` : '';
  return `${read} ${countOf(wrong, 'row')} ${wrong === 1 ? 'differs' : 'differ'} from ${revision.id}: ${shown}${more}.`;
}

const saysSomething = ({ claims }: Table['rows'][number]): boolean =>
  claims.callbacks !== null ||
  claims.outcome !== null ||
  claims.result !== null ||
  Object.keys(claims.state).length > 0;

const MOST_SHOWN = 3;

const tellDifference = ({ row, about, claimed, happened }: Difference): string =>
  `row ${row}, ${about}: ${claimed} in the table, ${happened} in the run`;
