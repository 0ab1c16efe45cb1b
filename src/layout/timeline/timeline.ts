import type { Trace } from '../../engine/run/run.ts';
import type { Scene } from '../scene.ts';
import { backendLanes } from './backend-lanes.ts';
import { drawCallbacks } from './callbacks.ts';
import { drawCounter } from './counter.ts';
import { columnsOf, drawEvents } from './events.ts';
import { drawFindings } from './findings.ts';
import { drawActive, drawFlag } from './flag.ts';
import { drawRuns } from './runs.ts';
import { drawSections } from './sections.ts';
import { type Drawn, type Look, type Stretch, stretchOf } from './timeline-window.ts';

/**
 * A stretch of a run as a drawing: one column a row, one lane a question. The lanes and their heights depend on the
 * revision and on how many tasks and CPUs the whole run has, never on the stretch. Costs what is visible. `shown` are the runs
 * of the same program on several architectures, each with lanes of its own, this one among them.
 */
export function layoutTimeline(trace: Trace, look: Look, shown: readonly Trace[] = [trace]): Scene {
  const stretch = stretchOf(trace, look);
  const drawn: Drawn[] = [];
  let height = 0;
  for (const draw of lanesOf(stretch, shown)) {
    const lane = draw(height);
    drawn.push(lane);
    height += lane.lane.height;
  }
  return {
    width: stretch.width,
    height,
    lanes: drawn.map(({ lane }) => lane),
    columns: columnsOf(stretch),
    boxes: drawn.flatMap(({ boxes }) => boxes),
    paths: drawn.flatMap(({ paths }) => paths),
    marks: drawn.flatMap(({ marks }) => marks),
    labels: drawn.flatMap(({ labels }) => labels),
  };
}

type Draw = (y: number) => Drawn;

function lanesOf(stretch: Stretch, shown: readonly Trace[]): Draw[] {
  const { revision } = stretch.trace.world;
  const lanes: Draw[] = [drawEvents];
  if (stretch.tasks.length > 1 || stretch.cpus > 1) lanes.push((y) => drawRuns(stretch, y));
  for (const task of stretch.tasks) {
    lanes.push((y) => drawSections(stretch, task, y));
    for (const field of revision.fields) {
      const draw = field.type === 'bool' ? drawFlag : drawCounter;
      lanes.push((y) => draw(stretch, field, task, y));
    }
    // Where the answer is a field as it stands, that field's bar says it already.
    const answer = revision.active?.here.kind;
    if (answer && answer !== 'field') lanes.push((y) => drawActive(stretch, task, y));
  }
  lanes.push(
    (y) => drawCallbacks(stretch, y),
    ...shown.flatMap((one) => backendLanes(stretch, one)),
    (y) => drawFindings(stretch, shown.length > 1, y),
  );
  return lanes;
}
