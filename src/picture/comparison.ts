import { max, sum } from 'd3';
import type { ComparedCell, ComparedColumn, ComparedRow, Comparison } from '../layout/compare/compare.ts';
import { DIFFERENCE_WORDS } from '../layout/compare/difference.ts';
import { describeProblem, problemsByVerdict, VERDICT_SIGNS, VERDICT_WORDS } from '../layout/compare/verdict.ts';
import { FONT } from '../layout/metrics.ts';
import type { Mark, Measure } from '../layout/scene.ts';
import { signShapes } from './scene-shapes.ts';
import type { PictureBlock, SvgNode, TextStyle } from './svg-node.ts';
import { placeLines, wrapText } from './text.ts';
import { createStack, type VerticalStack } from './vertical-stack.ts';

/** Rows of a picture; a longer comparison is cut around the first difference or the playhead. */
const MAX_ROWS = 40;

/** Chooses the rows to draw: around the first difference, or else around `at`, the row of the playhead. */
export function rowsToDraw({ rows, marked }: Comparison, at: number): readonly ComparedRow[] {
  const around = marked[0] ?? at;
  const first = Math.max(0, Math.min(around - MAX_ROWS / 2, rows.length - MAX_ROWS));
  return rows.slice(first, first + MAX_ROWS);
}

/** Draws setups side by side, row by row. Cells that differ from the first column have a sign, a word and a background. */
export function comparisonBlock(
  { columns, marked }: Comparison,
  rows: readonly ComparedRow[],
  measure: Measure,
): PictureBlock {
  const stack = createStack(NAMES + columns.length * COLUMN, measure);
  line(stack, [[], ...columns.map((column, i) => headOf(column, i === 0))], columns.length);
  if (rows.length === 0) stack.words('The program is empty.', QUIET);
  for (const row of rows) {
    const cells = [nameOf(row, row.number === marked[0]), ...row.cells.map(partsOf)];
    line(stack, cells, columns.length, row);
  }
  return stack.block();
}

const NAMES = 190;
const COLUMN = 232;
const PAD = 8;
const LEADING = 15;
const DEEPEST = 8;

/** A text in a cell, with an optional sign before it. */
interface Part {
  readonly text: string;
  readonly style: TextStyle;
  readonly sign?: Mark['kind'];
  readonly indent?: number;
}

/** Draws the cells of a row, which is as high as the highest of them. */
function line(stack: VerticalStack, cells: readonly (readonly Part[])[], count: number, row?: ComparedRow): void {
  const laid = cells.map((parts, i) => {
    const width = (i === 0 ? NAMES : COLUMN) - 2 * PAD;
    return parts.map((part) => {
      const indent = (part.indent ?? 0) + (part.sign ? SIGN : 0);
      return { ...part, at: indent, lines: wrapText(part.text, part.style, width - indent, stack.measure) };
    });
  });
  const tallest = max(laid, (parts) => sum(parts, ({ lines }) => lines.length)) ?? 0;
  const height = Math.max(1, tallest) * LEADING + 2 * PAD - 4;
  const top = stack.take(height);
  laid.forEach((parts, i) => {
    const x = i === 0 ? 0 : NAMES + (i - 1) * COLUMN;
    const difference = row?.cells[i - 1]?.difference;
    if (difference === 'outside' || difference === 'updates') {
      stack.add({ kind: 'rect', x, y: top, width: COLUMN, height, fill: 'lit' });
    }
    let y = top + PAD + 9;
    for (const { lines, style, sign, at } of parts) {
      if (sign) stack.add({ kind: 'group', x: x + PAD + 7, y: y - 4, title: sign, shapes: signShapes(sign) });
      stack.add(...placeLines(lines, style, x + PAD + at, y, LEADING));
      y += lines.length * LEADING;
    }
  });
  stack.add(...rules(top, height, count, row === undefined));
}

const SIGN = 20;

/** The lines beneath a row and between its columns. */
function rules(top: number, height: number, count: number, head: boolean): SvgNode[] {
  const right = NAMES + count * COLUMN;
  const stroke = { paint: head ? 'edge-strong' : 'hairline', width: 1 } as const;
  const between = Array.from({ length: count }, (_, i) => `M${NAMES + i * COLUMN} ${top}v${height}`);
  return [
    { kind: 'path', d: `M0 ${top + height}H${right}`, fill: 'none', stroke },
    { kind: 'path', d: between.join(''), fill: 'none', stroke: { paint: 'hairline', width: 1 } },
  ];
}

function headOf({ name, place, subject, date, judged }: ComparedColumn, own: boolean): Part[] {
  const verdicts = problemsByVerdict(judged).map(({ verdict, says, problems }): Part => {
    return { text: `${says}: ${problems.map(describeProblem).join('; ')}`, style: TEXT, sign: VERDICT_SIGNS[verdict] };
  });
  return [
    { text: name, style: NAME },
    { text: `${place}${own ? ' · selected' : ''}`, style: QUIET },
    ...(verdicts.length > 0 ? verdicts : [{ text: VERDICT_WORDS.clean[0], style: TEXT }]),
    { text: subject, style: QUIET },
    { text: date ?? 'never posted', style: QUIET },
  ];
}

function nameOf({ number, depth, event, unsure }: ComparedRow, first: boolean): Part[] {
  const parts: Part[] = [
    { text: `${number}  ${event}`, style: CODE, indent: Math.min(depth, DEEPEST) * 10 },
    ...(first ? [{ text: 'first difference', style: DIFFERS }] : []),
    ...(unsure ? [{ text: 'numbers not comparable', style: QUIET }] : []),
  ];
  return parts;
}

function partsOf({ difference, happened, state, active, checks, effects }: ComparedCell): Part[] {
  const [sign, word] = DIFFERENCE_WORDS[difference];
  const marked: Part[] = word === '' ? [] : [{ text: `${sign} ${word}`, style: DIFFERS }];
  if (happened === null) return [...marked, { text: 'not reached', style: QUIET }];
  const quiet = [state, active === null ? '' : active ? 'active' : 'not active'].filter((part) => part !== '');
  return [
    ...marked,
    ...(happened === '' ? [] : [{ text: happened, style: CODE }]),
    ...(quiet.length === 0 ? [] : [{ text: quiet.join(' · '), style: QUIET }]),
    ...checks.map(({ kind, text }): Part => {
      return { text: `${kind} ${text}`, style: CODE, sign: kind === 'BUG' ? 'bug' : 'warning' };
    }),
    ...(effects === '' ? [] : [{ text: effects, style: TEXT }]),
  ];
}

const NAME: TextStyle = { family: 'sans', size: 13, bold: true, paint: 'ink' };
const TEXT: TextStyle = { family: 'sans', size: 11, paint: 'ink' };
const QUIET: TextStyle = { family: 'sans', size: 11, paint: 'ink-soft' };
const CODE: TextStyle = { ...FONT.value, size: 11, paint: 'ink' };
const DIFFERS: TextStyle = { family: 'sans', size: 11, bold: true, paint: 'accent-ink' };
