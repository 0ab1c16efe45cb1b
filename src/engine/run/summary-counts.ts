import type { Summary } from '../model.ts';
import { recordingOf } from './recording.ts';
import type { Trace } from './run.ts';

/** Counts something in each row, by slot. Equal rows share a summary, and each summary is asked once. */
export function countBySlot(trace: Trace, count: (summary: Summary) => number): Uint32Array {
  const column = columnOf(trace);
  const bySummary = new Int32Array(1 + highestIn(column)).fill(-1);
  const counts = new Uint32Array(column.length);
  for (let slot = 0; slot < column.length; slot++) {
    const number = column[slot] as number;
    if (bySummary[number] === -1) bySummary[number] = count(trace.summaryAt(slot));
    counts[slot] = bySummary[number] as number;
  }
  return counts;
}

/** The different summaries of a run, and how many rows have each. */
export function countSummaries(trace: Trace): readonly { readonly summary: Summary; readonly rows: number }[] {
  const column = columnOf(trace);
  const rows = new Uint32Array(1 + highestIn(column));
  for (const number of column) rows[number] = (rows[number] as number) + 1;
  const { table } = recordingOf(trace);
  return [...rows].flatMap((count, number) => (count === 0 ? [] : [{ summary: table.summary(number), rows: count }]));
}

/** The numbers of the summaries of the whole run, by slot. */
const columnOf = (trace: Trace): Uint32Array => {
  const { length } = trace;
  return recordingOf(trace).column.subarray(0, length);
};

function highestIn(column: Uint32Array): number {
  let highest = 0;
  for (const number of column) if (number > highest) highest = number;
  return highest;
}
