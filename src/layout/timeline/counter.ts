import { curveStepAfter, line, scaleLinear, scaleLog } from 'd3';
import type { TaskId } from '../../engine/model.ts';
import type { FieldDef } from '../../engine/revisions/revision.ts';
import { createLabelSpace } from '../label-placement.ts';
import { FONT, LANE } from '../metrics.ts';
import type { Label } from '../scene.ts';
import { columnMiddle, emptyLane, type LaneContent, type TimelineWindow } from './timeline-window.ts';

/** Lays out a u8 field as a step line with its values. */
export function drawCounter(window: TimelineWindow, field: FieldDef, task: TaskId, y: number): LaneContent {
  const { before, rows, first, width, measure, tasks } = window;
  const id = `field:${task}:${field.name}`;
  const range = '0 … 255';
  const lane = {
    id,
    title: field.name,
    subtitle: tasks.length > 1 ? `task ${task} · ${range}` : range,
    y,
    height: LANE.counter,
  };
  const start = before.tasks[task]?.fields[field.name] ?? 0;
  const steps: { slot: number; from: number; to: number }[] = [];
  let value = start;
  for (const { slot, after } of rows) {
    const to = after.tasks[task]?.fields[field.name] ?? 0;
    steps.push({ slot, from: value, to });
    value = to;
  }
  const changes = steps.filter(({ from, to }) => from !== to);
  const corners: [number, number][] = [
    [0, y + levelOf(start)],
    ...changes.map(({ slot, to }): [number, number] => [columnMiddle(window, slot), y + levelOf(to)]),
    [width, y + levelOf(value)],
  ];
  // A value holds until the next one.
  const d = line().curve(curveStepAfter)(corners) ?? '';
  const space = createLabelSpace(width, measure);
  const labels: Label[] = [];
  // New values take their place before repeated ones.
  for (const changed of [true, false]) {
    for (const { slot, from, to } of steps) {
      const x = columnMiddle(window, slot) + BESIDE;
      const baseline = y + levelOf(to) - ABOVE;
      if ((from !== to) !== changed || !space.claim(String(to), FONT.value, x, baseline)) continue;
      const title = changed ? `${field.name}: ${from} -> ${to}` : `${field.name}: ${to}`;
      const kind = changed ? 'changed' : 'value';
      labels.push({ id: `${id}@${slot}`, slot, title, kind, x, y: baseline, text: String(to), anchor: 'start' });
    }
  }
  labels.sort((a, b) => a.slot - b.slot);
  const title = `${field.name} of task ${task}`;
  const paths = width === 0 ? [] : [{ id, slot: first, title, kind: 'counter', d } as const];
  return { ...emptyLane(lane), paths, labels };
}

/** Offset of a value from its step and its line. */
const BESIDE = 8;
const ABOVE = 6;

/**
 * The y of a value's line from the lane's top. Every trace has the same scale: 0 to 3, the depth of most sections, in even
 * steps, and the rest up to 255 logarithmically in one more step.
 */
function levelOf(value: number): number {
  const scale = value <= LAST_EVEN ? EVEN_LEVELS : HIGH_LEVELS;
  return Math.round(scale(value) * 10) / 10;
}

/** The highest line leaves room for its value above it. */
const BASE = 6;
const STEP = 9;
const LAST_EVEN = 3;
const BOTTOM = LANE.counter - BASE;
const KNEE = BOTTOM - STEP * LAST_EVEN;
const EVEN_LEVELS = scaleLinear([0, LAST_EVEN], [BOTTOM, KNEE]);
const HIGH_LEVELS = scaleLog([LAST_EVEN, 255], [KNEE, KNEE - STEP]);
