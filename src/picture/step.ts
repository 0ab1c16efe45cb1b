import { max } from 'd3';
import { KIND_WORDS, kindOfFinding, signOfFinding } from '../layout/finding-kind.ts';
import type { FindingView } from '../layout/finding-view.ts';
import { type ListingRow, outcomeText, toneOf } from '../layout/inspector/listing.ts';
import type { StepView, ValueChange } from '../layout/inspector/step.ts';
import { FONT } from '../layout/metrics.ts';
import type { Measure } from '../layout/scene.ts';
import type { Colour } from './colours.ts';
import { signShapes } from './scene-shapes.ts';
import type { PictureBlock, TextStyle } from './svg-node.ts';
import { placeLines, wrapText } from './text.ts';
import { createStack, type VerticalStack } from './vertical-stack.ts';

/** Draws a step: its sentence, the helper's listing with outcomes, the state before and after, and its findings. */
export function stepBlock(step: StepView, backend: string, measure: Measure): PictureBlock {
  const stack = createStack(WIDTH, measure);
  stack.words(step.sentence, TEXT);
  if (step.listing.length > 0) {
    stack.head('Listing', step.position);
    for (const row of step.listing) listingLine(stack, row);
  }
  // Both tables share a column as wide as the widest value.
  const widest = max([...step.state, ...step.registers], ({ before }) => measure(before, OLD.family, OLD.size)) ?? 0;
  const columnWidth = Math.min(Math.max(widest, MIN_VALUE), MAX_VALUE);
  values(stack, step.task === null ? 'State' : `State of task ${step.task}`, step.state, columnWidth);
  values(stack, backend, step.registers, columnWidth);
  if (step.inferred !== null) {
    stack.take(8);
    stack.words(`Inferred: ${step.inferred}`, SOFT);
  }
  if (step.findings.length > 0) stack.head('Problems');
  for (const finding of step.findings) findingLines(stack, finding);
  return stack.block();
}

const WIDTH = 640;

function listingLine(stack: VerticalStack, { text, indent, statements, current, left }: ListingRow): void {
  const { measure, width } = stack;
  const tone = toneOf(statements);
  const says = outcomeText({ statements, left });
  const x = CODE + indent * INDENT;
  const code: TextStyle = { ...FONT.event, paint: tone === 'missed' || tone === 'ahead' ? 'ink-soft' : 'ink' };
  const style = current ? { ...code, bold: true as const } : code;
  const outcomeStyle: TextStyle = {
    ...SOFT,
    paint: tone === 'loud' ? 'warn' : 'ink-quiet',
    ...(tone === 'loud' ? BOLD : {}),
  };
  const widthOf = (one: string, { family, size }: TextStyle) => measure(one, family, size);
  const fitsBeside = x + widthOf(text, style) + GAP + widthOf(says, outcomeStyle) <= width;
  const lines = wrapText(text, style, width - x - GAP, measure);
  const height = Math.max(1, lines.length) * LINE + (fitsBeside || says === '' ? 0 : LINE);
  const y = stack.take(height);
  if (current) {
    stack.add(
      { kind: 'rect', x: 0, y, width, height, corner: 2, fill: 'lit' },
      { kind: 'rect', x: 0, y, width: 3, height, fill: 'accent' },
    );
  }
  const numbers = statements.map(({ number }) => number).join(',');
  stack.add(
    { kind: 'text', x: CODE - 8, y: y + BASE, text: numbers, anchor: 'end', style: NUMBER },
    ...placeLines(lines, style, x, y + BASE, LINE),
  );
  if (says !== '')
    stack.add({
      kind: 'text',
      x: width - 6,
      y: y + height - LINE + BASE,
      text: says,
      anchor: 'end',
      style: outcomeStyle,
    });
}

/** Draws names, values before (`columnWidth` wide) and values after, wrapped as needed. */
function values(stack: VerticalStack, title: string, changes: readonly ValueChange[], columnWidth: number): void {
  if (changes.length === 0) return;
  stack.head(title);
  const { measure, width } = stack;
  const after = BEFORE + columnWidth + ARROW;
  for (const { name, before, after: now, changed } of changes) {
    const style: TextStyle = changed ? { ...VALUE, bold: true, paint: 'leave' } : VALUE;
    const columns = [
      { x: 0, lines: wrapText(name, VALUE, BEFORE - GAP, measure), style: VALUE },
      { x: BEFORE, lines: wrapText(before, OLD, columnWidth, measure), style: OLD },
      { x: after, lines: wrapText(now, VALUE, width - after, measure), style },
    ];
    const y = stack.take((max(columns, ({ lines }) => lines.length) ?? 0) * LINE) + BASE;
    for (const { x, lines, style: own } of columns) stack.add(...placeLines(lines, own, x, y, LINE));
    stack.add({ kind: 'text', x: after - ARROW + 8, y, text: '→', style: OLD });
  }
}

function findingLines(stack: VerticalStack, finding: FindingView): void {
  const { rule, sub, severity, title, clause, values } = finding;
  const y = stack.y();
  const named = sub === null ? rule : `${rule} ${sub}`;
  stack.add({ kind: 'group', x: 8, y: y + 9, title: severity, shapes: signShapes(signOfFinding(finding)) });
  stack.words(`${KIND_WORDS[kindOfFinding(finding)]}: ${title}`, { ...TEXT, bold: true, paint: INKS[severity] }, CODE);
  stack.words(`${named}: ${clause}${values === '' ? '' : ` (${values})`}`, VALUE, CODE);
  stack.take(6);
}

const INKS: Readonly<Record<FindingView['severity'], Colour>> = {
  bug: 'bug',
  warning: 'warn',
  hazard: 'hazard',
  note: 'ink-soft',
};

const CODE = 28;
const INDENT = 16;
const LINE = 20;
const BASE = 14;
const GAP = 12;
const BEFORE = 220;
const MIN_VALUE = 40;
const MAX_VALUE = 180;
const ARROW = 34;

const BOLD = { bold: true } as const;
const TEXT: TextStyle = { family: 'sans', size: 12.5, paint: 'ink' };
const SOFT: TextStyle = { family: 'sans', size: 12, paint: 'ink-soft' };
const VALUE: TextStyle = { ...FONT.value, paint: 'ink' };
const OLD: TextStyle = { ...FONT.value, paint: 'ink-quiet' };
const NUMBER: TextStyle = { ...FONT.number, paint: 'ink-quiet' };
