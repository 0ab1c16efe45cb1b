import { ascending, extent } from 'd3';
import type { Machine } from '../../engine/model.ts';
import { type ReplayedRow, replayRows } from '../../engine/run/replay-rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import type { TimelineWindow } from './timeline-window.ts';

/** The run of another architecture, with its rows in the columns of the main run. */
export interface AlignedRun {
  readonly trace: Trace;
  /** Whether it is the main run, to which the columns belong. */
  readonly main: boolean;
  /** The machine before the first drawn row. */
  readonly before: Machine;
  /** The rows that happened in this run, by column. */
  readonly rows: readonly ReplayedRow[];
}

/**
 * Aligns another run of the same program with the columns of a window, row by row: a suspended call may resume at another
 * time there, and a BUG may end one run and not the other.
 */
export function alignRun({ trace: own, before, rows }: TimelineWindow, trace: Trace): AlignedRun {
  if (trace === own) return { trace, main: true, before, rows };
  const columns = new Map(rows.map(({ slot, row }) => [trace.slotOf(row.number), slot]));
  columns.delete(-1);
  const [first, last] = extent(columns.keys());
  if (first === undefined || last === undefined) return { trace, main: false, before: trace.end, rows: [] };
  const walked = replayRows(trace, first, last);
  const there = walked.rows.flatMap((one): ReplayedRow[] => {
    const slot = columns.get(one.slot);
    return slot === undefined ? [] : [{ ...one, slot }];
  });
  return { trace, main: false, before: walked.before, rows: there.sort((a, b) => ascending(a.slot, b.slot)) };
}
