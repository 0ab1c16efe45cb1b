import { toAscii } from '../../notation/mail/ascii.ts';
import { WIDTH } from '../../notation/mail/mail-layout.ts';
import { wrap } from '../../notation/mail/wrap.ts';
import type { Matrix, MatrixCell } from './matrix.ts';
import { VERDICT_WORDS, VERDICTS } from './verdict.ts';

/**
 * Writes a matrix as plain text for an email: numbered programs down, revisions across in blocks of at most 72 characters, then
 * a legend of the numbers, words and revisions.
 */
export function matrixText({ heads, rows, place }: Matrix): string {
  const label = (i: number) => String(i + 1).padEnd(LABEL);
  const blocks = blocksOf(heads.map(({ id }) => Math.max(id.length, LONGEST) + GAP));
  const tables = blocks.flatMap(({ from, widths }) => {
    const line = (cells: readonly string[]) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('');
    const names = heads.slice(from, from + widths.length).map(({ id }) => id);
    const body = rows.map(({ cells }, i) => `${label(i)}${line(cells.slice(from, from + widths.length).map(wordOf))}`);
    return ['', ...[`${'#'.padEnd(LABEL)}${line(names)}`, ...body].map((text) => text.trimEnd())];
  });
  const used = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => (isVerdict(cell) ? cell.verdict : []))));
  const cells = rows.flatMap((row) => row.cells);
  const legend = [
    ...VERDICTS.filter((verdict) => used.has(verdict)).map((verdict) => VERDICT_WORDS[verdict].join(': ')),
    cells.some((cell) => isVerdict(cell) && cell.unsure) && UNSURE,
    cells.some((cell) => cell !== null && 'impossible' in cell) && '-: the revision cannot run there',
  ].filter((line) => line !== false);
  return [
    ...wrap(toAscii(`Result of each program under each revision, on ${place} unless noted.`), WIDTH),
    ...tables,
    '',
    ...rows.flatMap(({ title, place: own }, i) => hang(label(i), own === null ? title : `${title}, on ${own}`)),
    '',
    ...legend.flatMap((line) => hang('', line)),
    '',
    ...heads.flatMap(({ id, subject, date }) => hang('', `${id}: ${subject}${date === null ? '' : ` (${date})`}`)),
    '',
  ].join('\n');
}

const LABEL = 4;
const GAP = 2;
const LONGEST = 8;
const UNSURE = '?: a position inside a call is not reached there, or has no equivalent';

const isVerdict = (cell: MatrixCell) => cell !== null && 'verdict' in cell;

function wordOf(cell: MatrixCell): string {
  if (cell === null) return '...';
  if ('impossible' in cell) return '-';
  return `${VERDICT_WORDS[cell.verdict][0]}${cell.unsure ? '?' : ''}`;
}

/** Splits the columns into blocks that fit the width. */
function blocksOf(widths: readonly number[]): { readonly from: number; readonly widths: readonly number[] }[] {
  const blocks: { from: number; widths: number[] }[] = [];
  let widthLeft = 0;
  widths.forEach((width, i) => {
    if (width > widthLeft + GAP) {
      blocks.push({ from: i, widths: [] });
      widthLeft = WIDTH - LABEL;
    }
    blocks.at(-1)?.widths.push(width);
    widthLeft -= width;
  });
  return blocks;
}

function hang(label: string, text: string): string[] {
  const [first = '', ...rest] = wrap(toAscii(text), WIDTH - LABEL);
  return [`${label}${first}`, ...rest.map((line) => `|   ${line}`)];
}
