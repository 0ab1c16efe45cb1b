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
import { createTimelineWindow, type LaneContent, type TimelineView, type TimelineWindow } from './timeline-window.ts';

/**
 * Lays out a window of a run: one column per row, lanes for events, state and effects. Lanes and their heights depend on the
 * revision, tasks and CPUs of the whole run, never on the window; the cost depends on the window alone. `shown` are the runs of
 * the same program on several architectures, this one among them.
 */
export function layoutTimeline(trace: Trace, view: TimelineView, runs: readonly Trace[] = [trace]): Scene {
  const window = createTimelineWindow(trace, view);
  const drawn: LaneContent[] = [];
  let height = 0;
  for (const draw of lanesOf(window, runs)) {
    const lane = draw(height);
    drawn.push(lane);
    height += lane.lane.height;
  }
  return {
    width: window.width,
    height,
    lanes: drawn.map(({ lane }) => lane),
    columns: columnsOf(window),
    boxes: drawn.flatMap(({ boxes }) => boxes),
    paths: drawn.flatMap(({ paths }) => paths),
    marks: drawn.flatMap(({ marks }) => marks),
    labels: drawn.flatMap(({ labels }) => labels),
  };
}

type Draw = (y: number) => LaneContent;

function lanesOf(window: TimelineWindow, runs: readonly Trace[]): Draw[] {
  const { revision } = window.trace.world;
  const lanes: Draw[] = [drawEvents];
  if (window.tasks.length > 1 || window.cpus > 1) lanes.push((y) => drawRuns(window, y));
  for (const task of window.tasks) {
    lanes.push((y) => drawSections(window, task, y));
    for (const field of revision.fields) {
      const draw = field.type === 'bool' ? drawFlag : drawCounter;
      lanes.push((y) => draw(window, field, task, y));
    }
    // Where the query returns a field, that field's lane shows it already.
    const answer = revision.active?.here.kind;
    if (answer && answer !== 'field') lanes.push((y) => drawActive(window, task, y));
  }
  lanes.push(
    (y) => drawCallbacks(window, y),
    ...runs.flatMap((one) => backendLanes(window, one)),
    (y) => drawFindings(window, runs.length > 1, y),
  );
  return lanes;
}
