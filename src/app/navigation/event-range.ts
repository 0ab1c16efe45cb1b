import type { Event } from '../../engine/model.ts';
import { bodiesOf } from '../../engine/run/rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import { memoLast } from '../../lib/memo.ts';
import { ancestorsOf, siblingsOf, targetRow } from '../document/row-path.ts';
import type { Args } from '../state/command-arguments.ts';
import type { AppState, Selection } from '../state/state.ts';

/** Adjacent whole events, which a command acts on. */
export interface EventRange {
  /** Index path of the first event. */
  readonly path: readonly number[];
  readonly events: readonly Event[];
  /** Its first and last row, from 1, including everything inside the events. */
  readonly first: number;
  readonly last: number;
  /** Whether it is the selection; otherwise it is the event at one row. */
  readonly selected: boolean;
}

/** The events that a command acts on: those of the named row, of the selection, or of the row at the caret. */
export function targetRange(state: AppState, args: Args = {}): EventRange | undefined {
  const selected = args.row === undefined ? selectedRange(state) : null;
  if (selected) return selected;
  const row = targetRow(state, args);
  return row && { ...rangeBetween(state.trace, row.number, row.number), selected: false };
}

/** The fewest adjacent whole events that contain the selection; null without one. */
export const selectedRange = ({ trace, selection }: Pick<AppState, 'trace' | 'selection'>): EventRange | null =>
  rangeOf(trace, selection);

const rangeOf = memoLast((trace: Trace, selection: Selection | null): EventRange | null =>
  selection && trace.rows.length > 0 ? rangeBetween(trace, selection.anchor, selection.head) : null,
);

/** `event 4`, `events 3 to 7`; an event that is not selected by its first row. */
export const describeRange = ({ first, last, selected }: Pick<EventRange, 'first' | 'last' | 'selected'>): string =>
  selected && first !== last ? `events ${first} to ${last}` : `event ${first}`;

function rangeBetween(trace: Trace, a: number, b: number): EventRange {
  const { program, rows } = trace;
  const rowCount = rows.length;
  const chainAt = (row: number) => {
    const path = rows.at(Math.max(1, Math.min(row, rowCount)) - 1)?.path ?? [0];
    return [...ancestorsOf(program, path).map((holder) => holder.path), path];
  };
  const from = chainAt(Math.min(a, b));
  const to = chainAt(Math.max(a, b));
  let level = 0;
  while (listOf(from[level + 1]) !== null && listOf(from[level + 1]) === listOf(to[level + 1])) level += 1;
  const path = from[level] ?? [0];
  const end = to[level] ?? path;
  const events = siblingsOf(program, path).slice(path.at(-1) ?? 0, (end.at(-1) ?? 0) + 1);
  const parts = bodiesOf(events.at(-1) as Event).length;
  return { path, events, first: rows.numberOf(path, 0), last: rows.numberOf(end, parts), selected: true };
}

/** A key of the list that contains a path's event; null for no path. */
const listOf = (path: readonly number[] | undefined): string | null => path?.slice(0, -1).join() ?? null;
