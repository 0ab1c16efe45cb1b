import type { Summary } from '../../engine/model.ts';
import type { Trace } from '../../engine/run/run.ts';
import { memoLast } from '../../lib/memo.ts';

/** How many of something each slot has. Equal rows share a summary, and each summary is asked once. */
export const countsBySlot = (count: (summary: Summary) => number): ((trace: Trace) => Uint32Array) =>
  memoLast((trace) => {
    const { length } = trace;
    const column = trace.kept.column.subarray(0, length);
    const bySummary = new Int32Array(summariesIn(column)).fill(-1);
    const counts = new Uint32Array(length);
    for (let slot = 0; slot < length; slot++) {
      const number = column[slot] ?? 0;
      if (bySummary[number] === -1) bySummary[number] = count(trace.summaryAt(slot));
      counts[slot] = bySummary[number] ?? 0;
    }
    return counts;
  });

/** One more than the highest number. */
function summariesIn(column: Uint32Array): number {
  let most = 0;
  for (const number of column) if (number > most) most = number;
  return most + 1;
}

/** How often each summary of a run came, by its number. */
export function timesOf({ length, kept }: Trace): Uint32Array {
  const column = kept.column.subarray(0, length);
  const times = new Uint32Array(summariesIn(column));
  for (const number of column) times[number] = (times[number] ?? 0) + 1;
  return times;
}

/** The next slot that has some after one (`step` 1) or before it (-1); -1 where there is none. */
export function slotBeside(counts: Uint32Array, from: number, step: 1 | -1): number {
  for (let slot = from + step; slot >= 0 && slot < counts.length; slot += step) {
    if ((counts[slot] ?? 0) > 0) return slot;
  }
  return -1;
}

/** The slot that has the n-th of them in time, counted from 1; -1 where there are not so many. */
export function slotOfNth(counts: Uint32Array, n: number): number {
  let before = 0;
  return counts.findIndex((count) => {
    before += count;
    return before >= n;
  });
}
