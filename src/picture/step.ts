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
  const flow = createStack(WIDTH, measure);
  flow.words(step.sentence, TEXT);
  if (step.listing.length > 0) {
    flow.head('Listing', step.position);
    for (const row of step.listing) listingLine(flow, row);
  }
  // Both tables share a column as wide as the widest value.
  const widest = max([...step.state, ...step.registers], ({ before }) => measure(before, OLD.family, OLD.size)) ?? 0;
  const room = Math.min(Math.max(widest, LEAST_VALUE), MOST_VALUE);
  values(flow, step.task === null ? 'State' : `State of task ${step.task}`, step.state, room);
  values(flow, backend, step.registers, room);
  if (step.inferred !== null) {
    flow.take(8);
    flow.words(`Inferred: ${step.inferred}`, SOFT);
  }
  if (step.findings.length > 0) flow.head('Findings');
  for (const finding of step.findings) findingLines(flow, finding);
  return flow.block();
}

const WIDTH = 640;

function listingLine(flow: VerticalStack, { text, indent, statements, current, left }: ListingRow): void {
  const { measure, width } = flow;
  const tone = toneOf(statements);
  const says = outcomeText({ statements, left });
  const x = CODE + indent * INDENT;
  const code: TextStyle = { ...FONT.event, paint: tone === 'missed' || tone === 'ahead' ? 'ink-soft' : 'ink' };
  const style = current ? { ...code, bold: true as const } : code;
  const said: TextStyle = { ...SOFT, paint: tone === 'loud' ? 'warn' : 'ink-quiet', ...(tone === 'loud' ? BOLD : {}) };
  const wide = (one: string, { family, size }: TextStyle) => measure(one, family, size);
  const beside = x + wide(text, style) + GAP + wide(says, said) <= width;
  const lines = wrapText(text, style, width - x - GAP, measure);
  const height = Math.max(1, lines.length) * LINE + (beside || says === '' ? 0 : LINE);
  const y = flow.take(height);
  if (current) {
    flow.add(
      { kind: 'rect', x: 0, y, width, height, corner: 2, fill: 'lit' },
      { kind: 'rect', x: 0, y, width: 3, height, fill: 'accent' },
    );
  }
  const numbers = statements.map(({ number }) => number).join(',');
  flow.add(
    { kind: 'text', x: CODE - 8, y: y + BASE, text: numbers, anchor: 'end', style: NUMBER },
    ...placeLines(lines, style, x, y + BASE, LINE),
  );
  if (says !== '')
    flow.add({ kind: 'text', x: width - 6, y: y + height - LINE + BASE, text: says, anchor: 'end', style: said });
}

/** Draws names, values before (`room` wide) and values after, wrapped as needed. */
function values(flow: VerticalStack, title: string, changes: readonly ValueChange[], room: number): void {
  if (changes.length === 0) return;
  flow.head(title);
  const { measure, width } = flow;
  const after = BEFORE + room + ARROW;
  for (const { name, before, after: now, changed } of changes) {
    const style: TextStyle = changed ? { ...VALUE, bold: true, paint: 'leave' } : VALUE;
    const columns = [
      { x: 0, lines: wrapText(name, VALUE, BEFORE - GAP, measure), style: VALUE },
      { x: BEFORE, lines: wrapText(before, OLD, room, measure), style: OLD },
      { x: after, lines: wrapText(now, VALUE, width - after, measure), style },
    ];
    const y = flow.take((max(columns, ({ lines }) => lines.length) ?? 0) * LINE) + BASE;
    for (const { x, lines, style: own } of columns) flow.add(...placeLines(lines, own, x, y, LINE));
    flow.add({ kind: 'text', x: after - ARROW + 8, y, text: '→', style: OLD });
  }
}

function findingLines(flow: VerticalStack, finding: FindingView): void {
  const { rule, sub, severity, title, clause, values } = finding;
  const y = flow.y();
  const named = sub === null ? rule : `${rule} ${sub}`;
  flow.add({ kind: 'group', x: 8, y: y + 9, title: severity, shapes: signShapes(signOfFinding(finding)) });
  flow.words(`${KIND_WORDS[kindOfFinding(finding)]}: ${title}`, { ...TEXT, bold: true, paint: INKS[severity] }, CODE);
  flow.words(`${named}: ${clause}${values === '' ? '' : ` (${values})`}`, VALUE, CODE);
  flow.take(6);
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
const LEAST_VALUE = 40;
const MOST_VALUE = 180;
const ARROW = 34;

const BOLD = { bold: true } as const;
const TEXT: TextStyle = { family: 'sans', size: 12.5, paint: 'ink' };
const SOFT: TextStyle = { family: 'sans', size: 12, paint: 'ink-soft' };
const VALUE: TextStyle = { ...FONT.value, paint: 'ink' };
const OLD: TextStyle = { ...FONT.value, paint: 'ink-quiet' };
const NUMBER: TextStyle = { ...FONT.number, paint: 'ink-quiet' };
