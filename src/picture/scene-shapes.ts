import { BOX, CORNER, FONT, MARK } from '../layout/metrics.ts';
import type { Box, Label, Mark, Measure, Path, Scene } from '../layout/scene.ts';
import { SIGNS } from '../layout/signs.ts';
import { endLabelX, tornOutline } from '../layout/timeline/torn-outline.ts';
import type { Colour } from './colours.ts';
import type { Paint, Stroke, SvgNode, SvgText } from './svg-node.ts';

/** Draws the content of the lanes in the order and colours of the screen (`components/svg/scene.css`, `marks.css`). */
export const sceneShapes = ({ paths, boxes, labels, marks }: Scene, measure: Measure): SvgNode[] => [
  ...paths.map(pathShape),
  ...boxes.map((box) => boxShape(box, measure)),
  ...labels.map(labelShape),
  ...marks.map(markShape),
];

const pathShape = ({ kind, d, title }: Path): SvgNode => {
  const stroke: Stroke = kind === 'counter' ? { paint: 'ink', width: 2 } : { paint: 'edge-strong', width: 1 };
  return groupWithTitle(title, 0, 0, [{ kind: 'path', d, fill: 'none', stroke }]);
};

interface BoxLook {
  readonly fill: Paint;
  readonly stroke: Stroke;
  readonly text: Colour;
  /** Background behind its text, for contrast. */
  readonly plate?: Colour;
}

const line = (paint: Colour, dash?: string): Stroke => ({ paint, width: 1.2, ...(dash === undefined ? {} : { dash }) });

const BOXES: Readonly<Record<Box['kind'], BoxLook>> = {
  section: { fill: 'section', stroke: line('active-ink'), text: 'active-ink', plate: 'active-wash' },
  pause: { fill: 'hatching', stroke: line('pause-ink'), text: 'pause-ink', plate: 'paper' },
  ignored: { fill: 'none', stroke: line('active-ink', '4 3'), text: 'active-ink' },
  interrupt: {
    fill: 'interrupt-wash',
    stroke: { paint: 'interrupt-ink', width: 2, dash: '1 3', round: true },
    text: 'interrupt-ink',
  },
  active: { fill: 'active', stroke: line('active-ink'), text: 'ink-on-fill' },
  idle: { fill: 'frame', stroke: line('edge'), text: 'ink-soft' },
  'under-way': { fill: 'none', stroke: line('edge-strong', '6 3'), text: 'ink-soft' },
  waiting: { fill: 'paper', stroke: line('ink', '4 3'), text: 'ink' },
};

function boxShape(box: Box, measure: Measure): SvgNode {
  const { kind, title, x, y, width, height, label, end = '', open } = box;
  const { fill, stroke, text, plate } = BOXES[kind];
  const shape: SvgNode =
    open === 'none'
      ? { kind: 'rect', x, y, width, height, corner: CORNER, fill, stroke }
      : { kind: 'path', d: tornOutline(box), fill, stroke };
  const words = (content: string, left: number): SvgNode[] => {
    if (content === '') return [];
    const style = { ...FONT.box, bold: true, paint: text } as const;
    const textNode: SvgText = { kind: 'text', x: left, y: y + BOX.baseline, text: content, style };
    if (plate === undefined) return [textNode];
    const { family, size } = FONT.box;
    const plateWidth = Math.min(measure(content, family, size) + BOX.left, x + width - left);
    return [
      { kind: 'rect', x: left - 3, y: y + 3, width: plateWidth, height: size + 2, corner: 2, fill: plate },
      textNode,
    ];
  };
  const endsAt = endLabelX(box) - measure(end, FONT.box.family, FONT.box.size);
  return groupWithTitle(title, 0, 0, [shape, ...words(label, x + BOX.left), ...words(end, endsAt)]);
}

function labelShape({ id, kind, x, y, text, anchor }: Label): SvgNode {
  if (kind === 'caption') {
    // A depth has the font of a box's text, in whose place it stands.
    const style = { ...FONT.caption, paint: 'ink-quiet' } as const;
    return { kind: 'text', x, y, text, anchor, style: id.startsWith('depth') ? { ...style, ...FONT.box } : style };
  }
  const changed = kind === 'changed';
  return {
    kind: 'text',
    x,
    y,
    text,
    anchor,
    style: { ...FONT.value, paint: changed ? 'ink' : 'ink-soft', ...(changed ? { bold: true } : {}) },
  };
}

interface MarkLook {
  readonly fill: Paint;
  readonly stroke?: Stroke;
  readonly inner?: Colour;
  readonly text: Colour;
  readonly plain?: true;
}

const filled = (paint: Colour): MarkLook => ({ fill: paint, text: paint, inner: 'on-sign' });
const hollow = (fill: Paint, more: Partial<MarkLook> = {}): MarkLook => ({
  fill,
  stroke: { paint: 'ink-soft', width: 1.6 },
  text: 'ink-soft',
  ...more,
});

const MARKS: Readonly<Record<Mark['kind'], MarkLook>> = {
  enter: filled('enter'),
  leave: filled('leave'),
  flush: filled('flush'),
  flushed: filled('flush'),
  warning: filled('warn'),
  bug: filled('bug'),
  fault: filled('bug'),
  hazard: filled('hazard'),
  rule: filled('warn'),
  deferred: hollow('paper', { stroke: { paint: 'ink', width: 1.8 }, plain: true }),
  'no-callback': hollow('paper'),
  tlb: hollow('none', { plain: true }),
  immediate: hollow('none', { plain: true }),
  skipped: hollow('none'),
  'silent-check': hollow('paper', { stroke: { paint: 'ink-soft', width: 1.6, dash: '2 2' } }),
  note: hollow('paper', { inner: 'ink-soft' }),
};

function markShape({ kind, title, x, y, label, detail }: Mark): SvgNode {
  const { text, plain } = MARKS[kind];
  const words: SvgText[] = [];
  if (label !== '') {
    const style = { ...FONT.mark, paint: text, ...(plain ? {} : { bold: true as const }) };
    words.push({ kind: 'text', x: MARK.label, y: MARK.baseline, text: label, style });
  }
  if (detail !== '') {
    const style = { ...FONT.detail, paint: 'ink-soft' as const };
    words.push({ kind: 'text', x: MARK.label, y: MARK.detail, text: detail, style });
  }
  return groupWithTitle(title, x, y, [...signShapes(kind), ...words]);
}

/** The shapes of a mark's sign, around the origin. */
export function signShapes(kind: Mark['kind']): SvgNode[] {
  const { d, inner } = SIGNS[kind];
  const look = MARKS[kind];
  const sign: SvgNode = { kind: 'path', d, fill: look.fill, ...(look.stroke ? { stroke: look.stroke } : {}) };
  if (inner === undefined || look.inner === undefined) return [sign];
  return [sign, { kind: 'path', d: inner, fill: 'none', stroke: { paint: look.inner, width: 1.8, round: true } }];
}

const groupWithTitle = (title: string, x: number, y: number, shapes: readonly SvgNode[]): SvgNode => ({
  kind: 'group',
  x,
  y,
  title,
  shapes,
});
