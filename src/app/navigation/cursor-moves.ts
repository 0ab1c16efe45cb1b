import { bodiesOf, eventAt } from '../../engine/run/rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import { type FindingKind, KIND_WORDS } from '../../layout/finding-kind.ts';
import { parentPath } from '../document/row-path.ts';
import { detailAt, rowCursor } from '../state/cursor.ts';
import type { AppState, Cursor } from '../state/state.ts';
import { findingsOfKind, unmutedBySlot } from './findings.ts';
import { countsBySlot, nextSlotWith } from './slots.ts';

type RunPosition = Pick<AppState, 'trace' | 'cursor'>;

/** The end of the current row, otherwise of the next one; or why there is none. */
export function stepForward({ trace, cursor }: RunPosition): Cursor | string {
  if (cursor.moment !== null) return rowCursor(cursor.slot);
  if (trace.reaches(cursor.slot + 1)) return rowCursor(cursor.slot + 1);
  return trace.length === 0 ? 'The program is empty' : 'Already at the last step';
}

/** The end of the previous row. */
export const stepBack = ({ cursor }: RunPosition): Cursor | string =>
  cursor.slot < 0 ? 'Already at the start' : rowCursor(cursor.slot - 1);

/** The next statement of the current row, then its end, then the first statement of the next row. */
export function stepInto({ trace, cursor }: RunPosition): Cursor | string {
  const { slot, moment } = cursor;
  if (moment === null) {
    const next = stepForward({ trace, cursor });
    if (typeof next === 'string') return next;
    return detailAt(trace, next.slot).moments.length > 0 ? { slot: next.slot, moment: 0 } : next;
  }
  return moment + 1 < detailAt(trace, slot).moments.length ? { slot, moment: moment + 1 } : rowCursor(slot);
}

/** The end of the current call, past everything inside it, otherwise the end of the event around this row. */
export function stepOut({ trace, cursor }: RunPosition): Cursor | string {
  if (cursor.slot < 0) return 'Already at the start';
  const { path, part, parts } = trace.rowAt(cursor.slot);
  if (part < parts - 1) return endOf(trace, path, parts - 1);
  if (cursor.moment !== null) return rowCursor(cursor.slot);
  const host = parentPath(trace.program, path);
  const holder = host && eventAt(trace.program, host);
  return holder ? endOf(trace, host, bodiesOf(holder).length) : 'Nothing to step out of';
}

export const goToStart = ({ cursor }: RunPosition): Cursor | string =>
  cursor.slot < 0 ? 'Already at the start' : rowCursor(-1);

export function goToEnd({ trace, cursor }: RunPosition): Cursor | string {
  const last = trace.length - 1;
  return cursor.slot === last && cursor.moment === null ? 'Already at the last step' : rowCursor(last);
}

/** What to search a run for: how many of it each slot has, and its name. */
interface SearchTarget {
  readonly bySlot: (place: SearchState) => Uint32Array;
  readonly name: string;
}

/** Muted kinds are skipped. */
type SearchState = Pick<AppState, 'trace' | 'cursor' | 'muted'>;

const FINDING: SearchTarget = { bySlot: unmutedBySlot, name: 'problem' };
const FLUSH: SearchTarget = {
  bySlot: ({ trace }) => flushesBySlot(trace),
  name: 'flush',
};
const CALLBACK: SearchTarget = { bySlot: ({ trace }) => callbacksBySlot(trace), name: 'callback' };

const flushesBySlot = countsBySlot(({ effects }) => effects.filter(({ kind }) => kind === 'flush').length);
const callbacksBySlot = countsBySlot(({ callbacks }) => callbacks.length);

export const findNextFinding = (place: SearchState) => findNext(place, FINDING);
/** Wraps from the last one to the first. */
export function findNextOfKind(kind: FindingKind, place: SearchState): Cursor | string {
  const sought: SearchTarget = { bySlot: ({ trace }) => findingsOfKind(kind)(trace), name: KIND_WORDS[kind] };
  const next = findNext(place, sought);
  return typeof next === 'string' ? findNext({ ...place, cursor: rowCursor(-1) }, sought) : next;
}
export const findPreviousFinding = (place: SearchState) => findPrevious(place, FINDING);
/** A flush carries out pending updates, whoever asked for it. */
export const findNextFlush = (place: SearchState) => findNext(place, FLUSH);
export const findPreviousFlush = (place: SearchState) => findPrevious(place, FLUSH);
export const findNextCallback = (place: SearchState) => findNext(place, CALLBACK);
export const findPreviousCallback = (place: SearchState) => findPrevious(place, CALLBACK);

function findNext(place: SearchState, { bySlot, name }: SearchTarget): Cursor | string {
  const { cursor } = place;
  // The findings of a row belong to its end.
  const slot = nextSlotWith(bySlot(place), cursor.moment === null ? cursor.slot : cursor.slot - 1, 1);
  return slot < 0 ? `No ${name} after this step` : rowCursor(slot);
}

function findPrevious(place: SearchState, { bySlot, name }: SearchTarget): Cursor | string {
  const { cursor } = place;
  const slot = nextSlotWith(bySlot(place), cursor.slot, -1);
  return slot < 0 ? `No ${name} before this step` : rowCursor(slot);
}

function endOf({ rows, slotOf }: Trace, path: readonly number[], part: number): Cursor | string {
  const slot = slotOf(rows.numberOf(path, part));
  return slot < 0 ? 'The call never returns' : rowCursor(slot);
}
