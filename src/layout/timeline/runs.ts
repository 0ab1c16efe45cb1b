import { shortened } from '../label-placement.ts';
import { BOX, FONT, LANE } from '../metrics.ts';
import type { Box } from '../scene.ts';
import { type Drawn, emptyLane, type Stretch } from './timeline-window.ts';

/** Who runs where, drawn when there is more than one task or CPU. */
export function drawRuns(stretch: Stretch, y: number): Drawn {
  const { passed, first, columns, measure } = stretch;
  const boxes: Box[] = [];
  let from = 0;
  passed.forEach(({ slot, summary }, i) => {
    const next = passed[i + 1]?.summary;
    if (next && next.task === summary.task && next.cpu === summary.cpu) return;
    const width = (i + 1 - from) * columns.bandwidth();
    const begin = passed[from]?.slot ?? first;
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
      label: shortened(label, FONT.box, width - 2 * BOX.left, measure),
      open: 'none',
    });
    from = slot - first + 1;
  });
  return { ...emptyLane({ id: 'runs', title: 'Runs', subtitle: 'task and CPU', y, height: LANE.runs }), boxes };
}

const INSET = 6;
