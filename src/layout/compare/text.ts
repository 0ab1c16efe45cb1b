import { max } from 'd3';
import { listOf } from '../../lib/phrases.ts';
import { toAscii } from '../../notation/mail/ascii.ts';
import { WIDTH } from '../../notation/mail/mail-layout.ts';
import { wrap } from '../../notation/mail/wrap.ts';
import type { ComparedCell, ComparedRow, Comparison } from './compare.ts';
import { isMarked } from './difference.ts';
import { comparisonTitle, fieldLegend } from './names.ts';
import { problemsByVerdict } from './verdict.ts';

/**
 * Writes a comparison as plain text for an email: 7-bit, at most 72 columns (except links), no line begins with a blank. A row
 * without an observable difference is one line; any other row has one line per column.
 */
export function compareText(comparison: Comparison, link?: string): string {
  const { columns, rows, notes } = comparison;
  const heads = columns.flatMap(({ name, subject, date, place, judged }) => {
    const day = date === null ? '' : ` (${date})`;
    const went = problemsByVerdict(judged).map(({ says }) => says);
    return under(`${name}:`, `${subject}${day}; on ${place}: ${listOf(went) || 'clean'}`);
  });
  const widest = max(rows, (row) => callOf(row).length) ?? 0;
  const table = rows.flatMap((row) => rowLines(row, comparison, Math.min(widest, MOST_CALL)));
  return [
    ...wrap(toAscii(leadOf(comparison, link !== undefined)), WIDTH),
    '',
    ...heads,
    ...(notes.length > 0 ? ['', ...notes.flatMap((note) => wrap(toAscii(note), WIDTH))] : []),
    '',
    ...table,
    ...(link === undefined ? [] : ['', `[1] ${link}`]),
    '',
  ].join('\n');
}

const MOST_CALL = 44;

function leadOf({ columns, rows, marked }: Comparison, link: boolean): string {
  const [first] = marked;
  const result =
    first === undefined
      ? `no observable difference in ${rows.length} rows`
      : `${marked.length} of ${rows.length} rows differ, the first is row ${first}`;
  const told = fieldsOf(columns);
  return `${comparisonTitle(columns)}${link ? ' [1]' : ''}: ${result}. Values are those after the row${told && ` (${told})`}.`;
}

/** Explains the field letters, once if all columns share them. */
function fieldsOf(columns: Comparison['columns']): string {
  const groups = fieldLegend(columns).map(({ heads, fields }) => ({
    heads,
    names: fields.map(({ short, name }) => `${short}: ${name}`).join(', '),
  }));
  if (groups.length === 1) return groups[0]?.names ?? '';
  return groups
    .flatMap(({ heads, names }) =>
      names === '' ? [] : [`${listOf(heads)} ${heads.length === 1 ? 'has' : 'have'} ${names}`],
    )
    .join('; ');
}

const callOf = ({ number, depth, call }: ComparedRow): string =>
  `${String(number).padEnd(4)}${'  '.repeat(Math.min(depth, DEEPEST))}${call}`;

const DEEPEST = 8;

function rowLines(row: ComparedRow, { columns }: Comparison, width: number): string[] {
  const [own] = row.cells;
  const call = callOf(row);
  const differs = isMarked(row.difference);
  const happened = own?.happened ?? '';
  const mark = row.difference === 'updates' ? '<> updates differ' : '<> differs';
  const verdict = differs ? mark : happened === '' ? '' : `= ${toAscii(happened)}`;
  const line = verdict === '' ? call : `${call.padEnd(width)}  ${verdict}`;
  const head = line.length <= WIDTH ? [line] : [...cut(call), ...(verdict === '' ? [] : under('|', verdict))];
  const unsure = row.unsure ? under('|', 'statements are numbered differently: not the same position') : [];
  if (!differs) return [...head, ...unsure];
  const cells = columns.flatMap(({ name }, i) => under(`|   ${name}:`, cellText(row.cells[i])));
  return [...head, ...unsure, ...cells, ...under('!', `${row.words ?? ''}.`)];
}

function cellText(cell: ComparedCell | undefined): string {
  if (!cell || cell.happened === null) return 'not reached';
  const mode = cell.active === null ? '' : `${cell.active ? '' : 'not '}active`;
  const parts = [cell.happened, cell.state, mode, ...cell.checks.map(({ text }) => text)];
  return parts.filter((part) => part !== '').join(', ') || 'nothing';
}

/** Wraps a text beside a mark at the left. */
function under(mark: string, text: string): string[] {
  const head = toAscii(mark).padEnd(3);
  const [first = '', ...rest] = wrap(toAscii(text), WIDTH - head.length - 1);
  return [`${head} ${first}`, ...rest.map((line) => `${'|'.padEnd(head.length + 1)}${line}`)];
}

/** Wraps a call: a note may be longer than a line. */
const cut = (call: string): string[] => {
  const [first = '', ...rest] = wrap(call, WIDTH - 6);
  return [first, ...rest.map((line) => `|     ${line}`)];
};
