import { bodiesOf, eventAt } from '../../engine/run/rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import { type FindingKind, KIND_WORDS } from '../../layout/finding-kind.ts';
import { hostPath } from '../document/row.ts';
import { detailAt, rowCursor } from '../state/cursor.ts';
import type { AppState, Cursor } from '../state/state.ts';
import { bySlotOf, shownBySlot } from './findings.ts';
import { countsBySlot, slotBeside } from './slots.ts';

type Place = Pick<AppState, 'trace' | 'cursor'>;

/** The end of the row under way, else of the next one; or why there is none. */
export function onward({ trace, cursor }: Place): Cursor | string {
  if (cursor.moment !== null) return rowCursor(cursor.slot);
  if (trace.reaches(cursor.slot + 1)) return rowCursor(cursor.slot + 1);
  return trace.length === 0 ? 'The program is empty' : 'Already at the last step';
}

/** The end of the row before the one under way. */
export const backward = ({ cursor }: Place): Cursor | string =>
  cursor.slot < 0 ? 'Already at the start' : rowCursor(cursor.slot - 1);

/** The next statement: of the row under way, then its end, then the first of the next row. */
export function into({ trace, cursor }: Place): Cursor | string {
  const { slot, moment } = cursor;
  if (moment === null) {
    const next = onward({ trace, cursor });
    if (typeof next === 'string') return next;
    return detailAt(trace, next.slot).moments.length > 0 ? { slot: next.slot, moment: 0 } : next;
  }
  return moment + 1 < detailAt(trace, slot).moments.length ? { slot, moment: moment + 1 } : rowCursor(slot);
}

/** The end of the call under way with everything inside it, else of what holds this row. */
export function outward({ trace, cursor }: Place): Cursor | string {
  if (cursor.slot < 0) return 'Already at the start';
  const { path, part, parts } = trace.rowAt(cursor.slot);
  if (part < parts - 1) return endOf(trace, path, parts - 1);
  if (cursor.moment !== null) return rowCursor(cursor.slot);
  const host = hostPath(trace.program, path);
  const holder = host && eventAt(trace.program, host);
  return holder ? endOf(trace, host, bodiesOf(holder).length) : 'This step is not inside another';
}

export const toStart = ({ cursor }: Place): Cursor | string =>
  cursor.slot < 0 ? 'Already at the start' : rowCursor(-1);

export function toEnd({ trace, cursor }: Place): Cursor | string {
  const last = trace.length - 1;
  return cursor.slot === last && cursor.moment === null ? 'Already at the last step' : rowCursor(last);
}

/** What can be looked for along a run: how many each slot has, and what one of them is called. */
interface Sought {
  readonly bySlot: (place: Sight) => Uint32Array;
  readonly name: string;
}

/** What is muted is passed over. */
type Sight = Pick<AppState, 'trace' | 'cursor' | 'muted'>;

const FINDING: Sought = { bySlot: shownBySlot, name: 'problem' };
const FLUSH: Sought = {
  bySlot: ({ trace }) => flushesBySlot(trace),
  name: 'flush',
};
const CALLBACK: Sought = { bySlot: ({ trace }) => callbacksBySlot(trace), name: 'callback' };

const flushesBySlot = countsBySlot(({ effects }) => effects.filter(({ kind }) => kind === 'flush').length);
const callbacksBySlot = countsBySlot(({ callbacks }) => callbacks.length);

export const toNextFinding = (place: Sight) => toNext(place, FINDING);
/** Behind the last one it is the first. */
export function toNextOf(kind: FindingKind, place: Sight): Cursor | string {
  const sought: Sought = { bySlot: ({ trace }) => bySlotOf(kind)(trace), name: KIND_WORDS[kind] };
  const next = toNext(place, sought);
  return typeof next === 'string' ? toNext({ ...place, cursor: rowCursor(-1) }, sought) : next;
}
export const toPreviousFinding = (place: Sight) => toPrevious(place, FINDING);
/** A flush carries out pending updates, whoever asked for it. */
export const toNextFlush = (place: Sight) => toNext(place, FLUSH);
export const toPreviousFlush = (place: Sight) => toPrevious(place, FLUSH);
export const toNextCallback = (place: Sight) => toNext(place, CALLBACK);
export const toPreviousCallback = (place: Sight) => toPrevious(place, CALLBACK);

function toNext(place: Sight, { bySlot, name }: Sought): Cursor | string {
  const { cursor } = place;
  // A row under way has not come to its end yet.
  const slot = slotBeside(bySlot(place), cursor.moment === null ? cursor.slot : cursor.slot - 1, 1);
  return slot < 0 ? `No ${name} after this step` : rowCursor(slot);
}

function toPrevious(place: Sight, { bySlot, name }: Sought): Cursor | string {
  const { cursor } = place;
  const slot = slotBeside(bySlot(place), cursor.slot, -1);
  return slot < 0 ? `No ${name} before this step` : rowCursor(slot);
}

function endOf({ rows, slotOf }: Trace, path: readonly number[], part: number): Cursor | string {
  const slot = slotOf(rows.numberOf(path, part));
  return slot < 0 ? 'The call never returns' : rowCursor(slot);
}
