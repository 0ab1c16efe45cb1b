import { range, type ScaleBand, scaleBand } from 'd3';
import type { Machine, TaskId } from '../../engine/model.ts';
import { type ReplayedRow, replayRows } from '../../engine/run/replay-rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import type { Box, Label, Lane, Mark, Measure, Path } from '../scene.ts';

/** The visible part of a trace, with its columns. */
export interface TimelineWindow {
  readonly trace: Trace;
  readonly first: number;
  /** `first - 1` for an empty window. */
  readonly last: number;
  /** The left edge of each slot's column; the bandwidth is the width of a column. */
  readonly columns: ScaleBand<number>;
  readonly width: number;
  /** Whether the last column is the last of the run. */
  readonly ends: boolean;
  /** The machine before the first column. */
  readonly before: Machine;
  readonly rows: readonly ReplayedRow[];
  /** All tasks of the trace, visible here or not, so that every window has the same lanes. */
  readonly tasks: readonly TaskId[];
  readonly cpus: number;
  readonly measure: Measure;
}

/** A lane with its content, in the coordinates of the scene. */
export interface LaneContent {
  readonly lane: Lane;
  readonly boxes: readonly Box[];
  readonly paths: readonly Path[];
  readonly marks: readonly Mark[];
  readonly labels: readonly Label[];
}

/** A lane without content. */
export const emptyLane = (lane: Lane): LaneContent => ({ lane, boxes: [], paths: [], marks: [], labels: [] });

/** A column, or a part of one; the marks of a row stand in its middle. */
export interface ColumnCell {
  readonly middle: number;
  readonly width: number;
}

/** The column of a slot. */
export const columnCell = ({ columns }: Pick<TimelineWindow, 'columns'>, slot: number): ColumnCell => ({
  middle: (columns(slot) ?? 0) + columns.bandwidth() / 2,
  width: columns.bandwidth(),
});

/** The middle of a slot's column. */
export const columnMiddle = (window: Pick<TimelineWindow, 'columns'>, slot: number): number =>
  columnCell(window, slot).middle;

export interface TimelineView {
  /** First and last slot; clamped to the trace. */
  readonly first: number;
  readonly last: number;
  readonly columnWidth: number;
  readonly measure: Measure;
}

export function createTimelineWindow(
  trace: Trace,
  { first: wanted, last: until, columnWidth, measure }: TimelineView,
): TimelineWindow {
  const last = trace.reaches(until) ? until : trace.length - 1;
  const first = Math.max(0, Math.min(wanted, last));
  const nothing = last < first;
  const { before, rows } = nothing ? { before: trace.end, rows: [] } : replayRows(trace, first, last);
  const slots = range(first, last + 1);
  const width = slots.length * columnWidth;
  return {
    trace,
    first,
    last,
    columns: scaleBand(slots, [0, width]),
    width,
    ends: !trace.reaches(last + 1),
    before,
    rows,
    ...trace.parties,
    measure,
  };
}
