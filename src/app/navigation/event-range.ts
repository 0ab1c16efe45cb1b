import type { Event } from '../../engine/model.ts';
import { bodiesOf } from '../../engine/run/rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import { memoLast } from '../../lib/memo.ts';
import { ancestorsOf, siblingsOf, targetRow } from '../document/row-path.ts';
import type { Args } from '../state/command-arguments.ts';
import type { AppState, Selection } from '../state/state.ts';

/** Whole events that stand side by side: what a command acts on. */
export interface EventRange {
  /** Of the first. */
  readonly path: readonly number[];
  readonly events: readonly Event[];
  /** Its rows, from 1, with all that is inside. */
  readonly first: number;
  readonly last: number;
  /** A person selected it; else it is the event at one row. */
  readonly selected: boolean;
}

/** What a command acts on: the row that is named, else what is selected, else the row that the caret stands behind. */
export function targetRange(state: AppState, args: Args = {}): EventRange | undefined {
  const selected = args.row === undefined ? selectedRange(state) : null;
  if (selected) return selected;
  const row = targetRow(state, args);
  return row && { ...rangeBetween(state.trace, row.number, row.number), selected: false };
}

/** What is selected: the fewest whole events side by side that have all of its rows. Null where nothing is. */
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
  const most = rows.length;
  const chainAt = (row: number) => {
    const path = rows.at(Math.max(1, Math.min(row, most)) - 1)?.path ?? [0];
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

/** Names the list in which a path's event stands; null for no path. */
const listOf = (path: readonly number[] | undefined): string | null => path?.slice(0, -1).join() ?? null;
