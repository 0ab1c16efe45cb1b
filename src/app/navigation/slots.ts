import type { Summary } from '../../engine/model.ts';
import type { Trace } from '../../engine/run/run.ts';
import { countBySlot } from '../../engine/run/summary-counts.ts';
import { memoLast } from '../../lib/memo.ts';

/** A memoised count of something in each row of a run, by slot. */
export const countsBySlot = (count: (summary: Summary) => number): ((trace: Trace) => Uint32Array) =>
  memoLast((trace) => countBySlot(trace, count));

/** The next slot with a count above 0 after a slot (`step` 1) or before it (-1); -1 if there is none. */
export function nextSlotWith(counts: Uint32Array, from: number, step: 1 | -1): number {
  for (let slot = from + step; slot >= 0 && slot < counts.length; slot += step) {
    if ((counts[slot] ?? 0) > 0) return slot;
  }
  return -1;
}

/** The slot of the n-th counted item in time, from 1; -1 if there are fewer. */
export function slotOfNth(counts: Uint32Array, n: number): number {
  let before = 0;
  return counts.findIndex((count) => {
    before += count;
    return before >= n;
  });
}
