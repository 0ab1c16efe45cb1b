import { truncateLabel } from '../label-placement.ts';
import { BOX, FONT, LANE } from '../metrics.ts';
import type { Box } from '../scene.ts';
import { emptyLane, type LaneContent, type TimelineWindow } from './timeline-window.ts';

/** Lays out which task runs on which CPU, for programs with several of either. */
export function drawRuns(window: TimelineWindow, y: number): LaneContent {
  const { rows, first, columns, measure } = window;
  const boxes: Box[] = [];
  let from = 0;
  rows.forEach(({ slot, summary }, i) => {
    const next = rows[i + 1]?.summary;
    if (next && next.task === summary.task && next.cpu === summary.cpu) return;
    const width = (i + 1 - from) * columns.bandwidth();
    const begin = rows[from]?.slot ?? first;
    const title = `CPU ${summary.cpu} runs ${summary.task === null ? 'nothing' : `task ${summary.task}`}`;
    const label = `${summary.task ?? 'idle'} · CPU ${summary.cpu}`;
    boxes.push({
      id: `runs@${begin}`,
      slot: begin,
      title,
      kind: 'idle',
      x: columns(begin) ?? 0,
      y: y + INSET,
      width,
      height: LANE.runs - 2 * INSET,
      label: truncateLabel(label, FONT.box, width - 2 * BOX.left, measure),
      open: 'none',
    });
    from = slot - first + 1;
  });
  return { ...emptyLane({ id: 'runs', title: 'Runs', subtitle: 'task and CPU', y, height: LANE.runs }), boxes };
}

const INSET = 6;
