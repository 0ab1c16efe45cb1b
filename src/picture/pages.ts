import { max } from 'd3';
import { describeFlushes, type Observer, type PageRow } from '../layout/inspector/pages.ts';
import { FONT } from '../layout/metrics.ts';
import type { Measure } from '../layout/scene.ts';
import { signShapes } from './scene-shapes.ts';
import type { PictureBlock, TextStyle } from './svg-node.ts';
import { wrapText } from './text.ts';
import { createStack, type VerticalStack } from './vertical-stack.ts';

/** A page with its observers. */
export interface ObservedPage {
  readonly row: PageRow;
  readonly observers: readonly Observer[];
}

/** Pages of a picture. */
const MAX_PAGES = 24;

/** Chooses the pages to draw, in their order; of too many, the ones that the step changed come first. */
export function pagesToDraw(rows: readonly PageRow[]): readonly PageRow[] {
  const changed = rows.filter((row) => hasChanged(row));
  const drawn = new Set([...changed, ...rows.filter((row) => !hasChanged(row))].slice(0, MAX_PAGES));
  return rows.filter((row) => drawn.has(row));
}

const hasChanged = ({ changed }: PageRow): boolean => changed.memory || changed.hardware || changed.held;

/** Draws each page in its three layers, the effects of a flush, and what observers see. `moved` are all rows, drawn or not. */
export function pagesBlock(pages: readonly ObservedPage[], moved: readonly PageRow[], measure: Measure): PictureBlock {
  const stack = createStack(WIDTH, measure);
  if (pages.length === 0) {
    stack.words('No pages used yet.', TEXT);
    return stack.block();
  }
  heads(stack, ['memory', 'hardware', 'pending'], LAYER);
  for (const { row } of pages) layers(stack, row);
  const moves = describeFlushes(moved);
  if (moves.length > 0) stack.take(6);
  for (const move of moves) stack.words(`→ ${move}`, TEXT);
  const who = pages.find(({ observers }) => observers.length > 0)?.observers.map((observer) => observer.who) ?? [];
  if (who.length === 0) return stack.block();
  stack.head('What each observer sees');
  heads(stack, who, VIEWER);
  for (const page of pages) observerRow(stack, page);
  return stack.block();
}

const WIDTH = 680;
const NAME = 96;
const LAYER = (WIDTH - NAME) / 3;
const VIEWER = (WIDTH - NAME) / 4;

function heads(stack: VerticalStack, titles: readonly string[], width: number): void {
  const columns = titles.map((title) => wrapText(title, HEAD, width - 8, stack.measure));
  const lines = max(columns, ({ length }) => length) ?? 0;
  const bottom = stack.take(lines * 14 + 6) + lines * 14 - 3;
  stack.add({ kind: 'text', x: 0, y: bottom, text: 'page', style: HEAD });
  columns.forEach((own, i) => {
    own.forEach((text, at) => {
      const y = bottom - (own.length - 1 - at) * 14;
      stack.add({ kind: 'text', x: NAME + (i + 0.5) * width, y, text, anchor: 'middle', style: HEAD });
    });
  });
}

function layers(stack: VerticalStack, { id, memory, hardware, held, stale, changed, lost }: PageRow): void {
  const cells = [
    { text: memory, changed: changed.memory, dashed: false },
    {
      text: stale ? `${hardware}, stale` : lost === '' ? hardware : `${hardware} (was ${lost})`,
      changed: changed.hardware,
      dashed: false,
    },
    { text: held, changed: changed.held, dashed: true },
  ].map((cell) => ({ ...cell, lines: wrapText(cell.text, FONT.value, LAYER - 24, stack.measure, 4) }));
  const height = Math.max(24, 8 + (max(cells, ({ lines }) => lines.length) ?? 0) * LEADING);
  const y = stack.take(height + 6);
  writePageName(stack, id, y + height / 2);
  cells.forEach(({ lines, changed: isNew, dashed }, i) => {
    const [first = ''] = lines;
    const isFilled = first !== '' && first !== 'none';
    const x = NAME + i * LAYER + 4;
    stack.add({
      kind: 'rect',
      x,
      y,
      width: LAYER - 8,
      height,
      corner: 4,
      fill: 'paper',
      stroke: {
        paint: isFilled || isNew ? 'ink' : 'edge',
        width: isNew ? 2 : 1,
        ...(dashed && isFilled ? { dash: '4 3' } : {}),
      },
    });
    lines.forEach((text, at) => {
      const baseline = y + height / 2 + 4 + (at - (lines.length - 1) / 2) * LEADING;
      const style: TextStyle = {
        ...FONT.value,
        paint: isFilled ? 'ink' : 'ink-quiet',
        ...(isNew ? { bold: true } : {}),
      };
      stack.add({ kind: 'text', x: x + LAYER / 2 - 4, y: baseline, text, anchor: 'middle', style });
    });
  });
}

function observerRow(stack: VerticalStack, { row, observers }: ObservedPage): void {
  if (observers.length === 0) {
    const y = stack.take(24);
    writePageName(stack, row.id, y + 12);
    stack.add({ kind: 'text', x: NAME + 4, y: y + 16, text: NOBODY, style: QUIET });
    return;
  }
  const y = stack.take(observers.some(({ hazard }) => hazard !== null) ? 38 : 24);
  writePageName(stack, row.id, y + 12);
  observers.forEach(({ sees, hazard }, i) => {
    const x = NAME + (i + 0.5) * VIEWER;
    stack.add({ kind: 'text', x, y: y + 16, text: sees, anchor: 'middle', style: VALUE });
    if (hazard === null) return;
    // The sign and its word are centred together.
    const start = x - (SIGN + stack.measure(hazard, HAZARD.family, HAZARD.size)) / 2;
    stack.add(
      { kind: 'group', x: start + SIGN / 2, y: y + 26, title: 'hazard', shapes: signShapes('hazard') },
      { kind: 'text', x: start + SIGN, y: y + 30, text: hazard, style: HAZARD },
    );
  });
}

const NOBODY = 'no observer: no task of this mm runs on this CPU';

const writePageName = (stack: VerticalStack, id: string, middle: number): void =>
  stack.add({ kind: 'text', x: 0, y: middle + 4, text: id, style: VALUE });

const SIGN = 20;
const LEADING = 16;
const TEXT: TextStyle = { family: 'sans', size: 12, paint: 'ink' };
const HEAD: TextStyle = { family: 'sans', size: 11, paint: 'ink-quiet' };
const QUIET: TextStyle = { family: 'sans', size: 11, paint: 'ink-quiet' };
const HAZARD: TextStyle = { family: 'sans', size: 11, paint: 'hazard' };
const VALUE: TextStyle = { ...FONT.value, paint: 'ink' };
