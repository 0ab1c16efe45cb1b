import type { Machine, Summary } from '../model.ts';
import { execute } from './execute.ts';
import { recordingOf } from './recording.ts';
import type { Row } from './rows.ts';
import type { Trace } from './run.ts';

/** A row that happened, with the machine that it found and the one it left. */
export interface ReplayedRow {
  readonly slot: number;
  readonly row: Row;
  readonly summary: Summary;
  readonly before: Machine;
  readonly after: Machine;
}

/**
 * The rows at the slots first … last, in time order, with the machine before the first. Executed again from the nearest
 * machine that the trace kept: costs what the stretch costs, not what the trace does.
 */
export function replayRows(
  trace: Trace,
  first: number,
  last: number,
): { before: Machine; rows: readonly ReplayedRow[] } {
  const rows: ReplayedRow[] = [];
  trace.reaches(last);
  const { order, checkpoints } = recordingOf(trace);
  const from = checkpoints.findLast((checkpoint) => checkpoint.slot <= first);
  if (!from) return { before: trace.end, rows };
  let { machine, slot } = from;
  let before = machine;
  let found = machine;
  const lastTop = order ? (order.top[last] ?? 0) : last;
  for (let top = from.top; top <= lastTop; top++) {
    machine = execute(trace.world, machine, trace.program, top, {
      row(_path, _part, summary, after) {
        if (slot < first) before = after;
        else if (slot <= last) rows.push({ slot, row: trace.rowAt(slot), summary, before: found, after });
        found = after;
        slot += 1;
      },
    });
  }
  return { before, rows };
}
