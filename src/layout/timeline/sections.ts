import type { Machine, TaskId } from '../../engine/model.ts';
import { createLabelSpace, fitLabel, type LabelSpace } from '../label-placement.ts';
import { BOX, FONT, LANE } from '../metrics.ts';
import type { Box, Label } from '../scene.ts';
import { type Bracket, bracketsOf, hiddenDepth, MAX_LEVELS } from './brackets.ts';
import { columnMiddle, emptyLane, type LaneContent, type TimelineWindow } from './timeline-window.ts';
import { endLabelX, openSides } from './torn-outline.ts';

/** Lays out sections as nested boxes, pauses over them, interrupts on top, and calls in progress along the bottom. */
export function drawSections(window: TimelineWindow, task: TaskId, y: number): LaneContent {
  const { before, rows, measure, tasks, cpus, width } = window;
  const subtitle = cpus > 1 ? `task ${task}` : `task ${task} · CPU ${before.tasks[task]?.cpu ?? 0}`;
  const lane = { id: `sections:${task}`, title: 'Sections', subtitle, y, height: LANE.sections };
  const space = createLabelSpace(width, measure);
  const spans = spansOf(window, task);
  const all = spans.map((span) =>
    boxOf(withDepth(span, hiddenDepth(before, task)), coverOf(span, spans), window, space, y),
  );
  const labels: Label[] = [];
  let depth = hiddenDepth(before, task);
  for (const { slot, after } of rows) {
    const now = hiddenDepth(after, task);
    const x = columnMiddle(window, slot);
    const baseline = y + INSET + (MAX_LEVELS - 1) * STEP + BOX.baseline;
    const start = x - measure(now, FONT.box.family, FONT.box.size) / 2;
    if (now !== depth && now !== '' && space.claim(now, FONT.box, start, baseline)) {
      const title = `${now}${tasks.length > 1 ? ` of task ${task}` : ''}`;
      labels.push({
        id: `depth:${task}@${slot}`,
        slot,
        title,
        kind: 'caption',
        x,
        y: baseline,
        text: now,
        anchor: 'middle',
      });
    }
    depth = now;
  }
  // The topmost box claims its place first: a word of a box beneath it would be hidden.
  const boxes = all
    .toReversed()
    .map((box) => withEnd(box, window, space))
    .toReversed();
  return { ...emptyLane(lane), boxes, labels };
}

/** Margin around the outermost box, and the inset of each level at the top and at the bottom. */
const INSET = 4;
const STEP = 18;
const BOTTOM_STEP = 4;
/** Height of the strip of calls in progress. */
const STRIP = 6;

/** A bracket with the slots of the rows that opened and closed it; null if those are outside the window. */
interface Span {
  readonly bracket: Bracket;
  readonly from: number | null;
  readonly to: number | null;
}

function spansOf({ before, rows }: TimelineWindow, task: TaskId): Span[] {
  const spans: Span[] = [];
  let open = new Map<string, { at: number; bracket: Bracket }>();
  const step = (machine: Machine, slot: number | null) => {
    const now = new Map(bracketsOf(machine, task).map((bracket) => [bracket.key, bracket]));
    for (const [key, { at, bracket }] of open) {
      if (now.get(key)?.kind === bracket.kind) continue;
      spans[at] = { ...(spans[at] as Span), to: slot };
    }
    const next = new Map<string, { at: number; bracket: Bracket }>();
    for (const [key, bracket] of now) {
      const old = open.get(key);
      if (old && old.bracket.kind === bracket.kind) next.set(key, old);
      else next.set(key, { at: spans.push({ bracket, from: slot, to: null }) - 1, bracket });
    }
    open = next;
  };
  step(before, null);
  for (const { slot, after } of rows) step(after, slot);
  return spans;
}

/** Labels the innermost drawn box with the depth at which the window starts. */
const withDepth = (span: Span, depth: string): Span =>
  span.from === null && depth !== '' && span.bracket.level === MAX_LEVELS - 1
    ? { ...span, bracket: { ...span.bracket, label: depth, brief: '' } }
    : span;

/** The slot at which a later box starts to cover the label of this one, or null. */
const coverOf = ({ bracket, from }: Span, spans: readonly Span[]): number | null =>
  spans.find(
    (other) =>
      /pause|interrupt/.test(other.bracket.kind) &&
      other.bracket.level <= bracket.level &&
      other.bracket !== bracket &&
      (other.from ?? -1) > (from ?? -1),
  )?.from ?? null;

function boxOf(
  { bracket, from, to }: Span,
  cover: number | null,
  window: TimelineWindow,
  space: LabelSpace,
  top: number,
): Box {
  const { first, width, measure } = window;
  const x = from === null ? 0 : columnMiddle(window, from);
  const end = to === null ? width : columnMiddle(window, to);
  const box = { x, width: end - x, ...heightOf(bracket, top) };
  const visibleWidth = (cover === null ? end : Math.min(end, columnMiddle(window, cover))) - x;
  const text = fitLabel(bracket.label, bracket.brief, FONT.box, visibleWidth - 2 * BOX.left, measure);
  const fits = text !== '' && space.claim(text, FONT.box, x + BOX.left, box.y + BOX.baseline);
  return {
    id: `${bracket.key}@${from ?? '<'}`,
    slot: from ?? first,
    title: bracket.title,
    kind: bracket.kind,
    ...box,
    label: fits ? text : '',
    open: openSides(from, to),
  };
}

/** Marks a box that is still open when the run ends. */
function withEnd(box: Box, { ends, measure }: TimelineWindow, space: LabelSpace): Box {
  if (!ends || box.height === STRIP || !/right|both/.test(box.open)) return box;
  const title = `${box.title}, still open at the end of the run`;
  const textWidth = measure(OPEN, FONT.box.family, FONT.box.size);
  const right = endLabelX(box);
  const fits =
    right - textWidth >= box.x + BOX.left && space.claim(OPEN, FONT.box, right - textWidth, box.y + BOX.baseline);
  return fits ? { ...box, title, end: OPEN } : { ...box, title };
}

const OPEN = 'open';

function heightOf({ kind, level }: Bracket, top: number): { y: number; height: number } {
  const bottom = top + LANE.sections - INSET - STRIP;
  if (kind === 'under-way') return { y: bottom + 2, height: STRIP };
  const depth = Math.min(level, MAX_LEVELS - 1);
  const y = top + INSET + depth * STEP;
  return { y, height: bottom - depth * BOTTOM_STEP - y };
}
