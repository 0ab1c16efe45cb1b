import { inspect, type Trace } from '../../engine/run/run.ts';
import { memoLast } from '../../lib/memo.ts';
import type { Cursor } from './state.ts';

/** Details of one row. Memoised, because commands, selectors and views ask about the same row. */
export const detailAt = memoLast(inspect);

/** The cursor at the end of a row. */
export const rowCursor = (slot: number): Cursor => ({ slot, moment: null });

/** Moves a cursor into the range of a run; a moment that the row does not have becomes the whole row. */
export function clampCursor(trace: Trace, cursor: Cursor): Cursor {
  const { slot, moment } = cursor;
  if (slot < 0) return slot === -1 && moment === null ? cursor : rowCursor(-1);
  if (!trace.reaches(slot)) return rowCursor(trace.length - 1);
  if (moment === null || (moment >= 0 && moment < detailAt(trace, slot).moments.length)) return cursor;
  return rowCursor(slot);
}
