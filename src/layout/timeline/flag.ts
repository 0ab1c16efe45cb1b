import type { Machine, TaskId } from '../../engine/model.ts';
import type { FieldDef } from '../../engine/revisions/revision.ts';
import { isActive } from '../active.ts';
import { fitLabel } from '../label-placement.ts';
import { BOX, FONT, LANE } from '../metrics.ts';
import type { Box, Lane } from '../scene.ts';
import { columnMiddle, emptyLane, type LaneContent, type TimelineWindow } from './timeline-window.ts';
import { endLabelX, openSides } from './torn-outline.ts';

/** Lays out a bool field as bars while it is true. */
export function drawFlag(window: TimelineWindow, { name }: FieldDef, task: TaskId, y: number): LaneContent {
  const range = 'false or true';
  const subtitle = window.tasks.length > 1 ? `task ${task} · ${range}` : range;
  const lane = { id: `field:${task}:${name}`, title: name, subtitle, y, height: LANE.flag };
  return drawBars(window, lane, name, (machine) => machine.tasks[task]?.fields[name] === 1);
}

/** Lays out whether the mode is active, as the revision's own query says. */
export function drawActive(window: TimelineWindow, task: TaskId, y: number): LaneContent {
  const { world } = window.trace;
  // Only one of them fits.
  const subtitle = window.tasks.length > 1 ? `task ${task}` : `${world.revision.active?.name ?? ''}()`;
  const lane = { id: `active:${task}`, title: 'Mode active', subtitle, y, height: LANE.flag };
  return drawBars(window, lane, 'active', (machine) => isActive(world, machine, task) === true);
}

function drawBars(
  window: TimelineWindow,
  lane: Lane,
  label: string,
  holds: (machine: Machine) => boolean,
): LaneContent {
  const { before, rows, first, width, measure } = window;
  const boxes: Box[] = [];
  const bar = (from: number | null, to: number | null) => {
    const x = from === null ? 0 : columnMiddle(window, from);
    const end = to === null ? width : columnMiddle(window, to);
    boxes.push({
      id: `${lane.id}@${from ?? '<'}`,
      slot: from ?? first,
      title: label,
      kind: 'active',
      x,
      y: lane.y + INSET,
      width: end - x,
      height: lane.height - 2 * INSET,
      label: fitLabel(label, '', FONT.box, endLabelX({ x, width: end - x }) - x - BOX.left, measure),
      open: openSides(from, to),
    });
  };
  let since: number | null = null;
  let on = holds(before);
  for (const { slot, after } of rows) {
    const now = holds(after);
    if (now && !on) since = slot;
    if (!now && on) bar(since, slot);
    on = now;
  }
  if (width === 0) return emptyLane(lane);
  if (on) bar(since, null);
  const middle = lane.y + lane.height / 2;
  const baseline = {
    id: lane.id,
    slot: first,
    title: lane.title,
    kind: 'baseline',
    d: `M0 ${middle}H${width}`,
  } as const;
  return { ...emptyLane(lane), boxes, paths: [baseline] };
}

const INSET = 10;
