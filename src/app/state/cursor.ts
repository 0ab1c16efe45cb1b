import { inspect, type Trace } from '../../engine/run/run.ts';
import { memoLast } from '../../lib/memo.ts';
import type { Cursor, PlayheadTarget } from './state.ts';

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

/** The cursor at a target, or the current one where the target says so. */
export function cursorAt(trace: Trace, current: Cursor, target: PlayheadTarget): Cursor {
  if ('slot' in target) return clampCursor(trace, target);
  const { row, moment, ifMissing, ifPast } = target;
  if (ifPast && !trace.isPast(row)) return current;
  const slot = row === 0 ? -1 : trace.slotOf(row);
  if (slot < 0) return row > 0 && ifMissing === 'stay' ? current : rowCursor(-1);
  return clampCursor(trace, { slot, moment });
}

/** Rows that are executed at once to find the place at which a program is opened. */
const ROWS_AT_ONCE = 2000;

/** Whether a place may be so far on in a run that finding it would hold the page. */
export const isFar = (trace: Trace, target: PlayheadTarget): boolean =>
  !trace.isComplete && ('slot' in target ? target.slot : target.row) > ROWS_AT_ONCE;
