import { fitLabel } from '../layout/label-placement.ts';
import { FONT } from '../layout/metrics.ts';
import type { Lane, Measure, Scene, TimelineColumn } from '../layout/scene.ts';
import { sceneShapes } from './scene-shapes.ts';
import type { PictureBlock, SvgNode, TextStyle } from './svg-node.ts';
import { placeLines, wrapText } from './text.ts';

/** Column width in px, wider than on the screen because texts are measured wider. */
export const PICTURE_COLUMN = 96;

/** Rows of a picture; a longer run is cut around the playhead. */
const MAX_COLUMNS = 60;

/** The first and last slot to draw. */
export function rowsAround(length: number, slot: number): { readonly first: number; readonly last: number } {
  const first = Math.max(0, Math.min(slot - MAX_COLUMNS / 2, length - MAX_COLUMNS));
  return { first, last: Math.min(length, first + MAX_COLUMNS) - 1 };
}

/** Draws a scene with lane names at the left and events along the top; the column of the playhead is highlighted. */
export function timelineBlock(scene: Scene, current: number, measure: Measure): PictureBlock {
  const width = NAMES + Math.max(scene.width, LEAST);
  const several = scene.lanes.filter(({ architecture }) => architecture).length > 1;
  const here = scene.columns.find(({ slot }) => slot === current);
  return {
    width,
    height: scene.height,
    focus: here ? NAMES + here.x + here.width / 2 : 0,
    shapes: [
      ...(here ? highlight(here, scene.height) : []),
      ...scene.lanes.flatMap((lane) => laneShapes(lane, { width, several, measure })),
      {
        kind: 'group',
        x: NAMES,
        y: 0,
        shapes: [...scene.columns.flatMap((column) => headOf(column, current)), ...sceneShapes(scene, measure)],
      },
    ],
  };
}

const NAMES = 176;
/** Minimum width, for the captions of lanes. */
const LEAST = 520;

function highlight({ x, width }: TimelineColumn, height: number): SvgNode[] {
  const ground = { kind: 'rect', x: NAMES + x, y: 0, width, height, fill: 'lit' } as const;
  return [ground, { ...ground, height: 3, fill: 'accent' }];
}

function headOf({ slot, x, width, label, number, silent }: TimelineColumn, current: number): SvgNode[] {
  const here = slot === current;
  const name: TextStyle = {
    ...FONT.event,
    paint: silent ? 'ink-quiet' : here ? 'accent-ink' : 'ink',
    ...(here ? { bold: true } : {}),
    ...(silent ? { italic: true } : {}),
  };
  const middle = { kind: 'text', x: x + width / 2, anchor: 'middle' } as const;
  return [
    { ...middle, y: 19, text: label, style: name },
    { ...middle, y: 35, text: `${number}`, style: { ...FONT.number, paint: 'ink-quiet' } },
  ];
}

interface Around {
  readonly width: number;
  /** With lanes of several architectures, the main one is marked. */
  readonly several: boolean;
  readonly measure: Measure;
}

function laneShapes(lane: Lane, { width, several, measure }: Around): SvgNode[] {
  const { id, title, subtitle, y, height, caption, architecture } = lane;
  const shapes: SvgNode[] = [];
  if (y > 0) {
    shapes.push({ kind: 'path', d: `M0 ${y}H${width}`, fill: 'none', stroke: { paint: 'hairline', width: 1 } });
  }
  if (several && architecture?.main) {
    shapes.push({ kind: 'rect', x: -8, y: y + 8, width: 3, height: height - 16, fill: 'accent' });
  }
  if (caption !== undefined) {
    const captionWidth = width - NAMES - 2 * BESIDE;
    const text = fitLabel(caption.text, caption.brief, FONT.caption, captionWidth, measure);
    shapes.push({ kind: 'text', x: NAMES + BESIDE, y: y + height - 5, text, style: QUIET });
  }
  // The columns head the first lane.
  if (y === 0) return shapes;
  const style = id.startsWith('field:') ? FIELD : NAME;
  const names = wrapText(title, style, NAMES - BESIDE, measure, 2);
  const maxLines = Math.max(1, Math.floor((height - names.length * NAME_LEADING) / QUIET_LEADING));
  const quiet = wrapText(subtitle, QUIET, NAMES - BESIDE, measure, maxLines);
  const tall = names.length * NAME_LEADING + quiet.length * QUIET_LEADING;
  const top = y + (height - tall) / 2;
  return [
    ...shapes,
    ...placeLines(names, style, 0, top + 11, NAME_LEADING),
    ...placeLines(quiet, QUIET, 0, top + names.length * NAME_LEADING + 9, QUIET_LEADING),
  ];
}

const BESIDE = 8;
const NAME_LEADING = 15;
const QUIET_LEADING = 13;
const NAME: TextStyle = { family: 'sans', size: 12.5, bold: true, paint: 'ink' };
const FIELD: TextStyle = { ...FONT.event, bold: true, paint: 'ink' };
const QUIET: TextStyle = { ...FONT.caption, paint: 'ink-quiet' };
