import { range, type ScaleBand, scaleBand } from 'd3';
import type { Machine, TaskId } from '../../engine/model.ts';
import { type ReplayedRow, replayRows } from '../../engine/run/replay-rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import type { Box, Label, Lane, Mark, Measure, Path } from '../scene.ts';

/** The part of a trace that is drawn, and where its columns stand. */
export interface TimelineWindow {
  readonly trace: Trace;
  readonly first: number;
  /** `first - 1` where nothing is drawn. */
  readonly last: number;
  /** Where the column of each slot begins; its bandwidth is the width of a column. */
  readonly columns: ScaleBand<number>;
  readonly width: number;
  /** The last column is the last of the whole run: what is open there stays open. */
  readonly ends: boolean;
  /** The machine before the first column. */
  readonly before: Machine;
  readonly rows: readonly ReplayedRow[];
  /** All tasks of the trace, whether they show here or not: lanes are the same everywhere. */
  readonly tasks: readonly TaskId[];
  readonly cpus: number;
  readonly measure: Measure;
}

/** A lane with what is drawn in it, in the drawing's coordinates. */
export interface LaneContent {
  readonly lane: Lane;
  readonly boxes: readonly Box[];
  readonly paths: readonly Path[];
  readonly marks: readonly Mark[];
  readonly labels: readonly Label[];
}

/** A lane with nothing in it yet. */
export const emptyLane = (lane: Lane): LaneContent => ({ lane, boxes: [], paths: [], marks: [], labels: [] });

/** A column, or a part of one, by its middle: what a row did is drawn there. */
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
  /** First and last slot to draw; what the trace does not have is left out. */
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
