import type { Event } from '../../engine/model.ts';
import { bodiesOf } from '../../engine/run/rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import { memoLast } from '../../lib/memo.ts';
import { chosenRow, holdersOf, siblingsOf } from '../document/row.ts';
import type { Args } from '../state/command-arguments.ts';
import type { AppState, Selection } from '../state/state.ts';

/** Whole events that stand side by side: what a command acts on. */
export interface Piece {
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
export function chosenPiece(state: AppState, args: Args = {}): Piece | undefined {
  const selected = args.row === undefined ? selectedPiece(state) : null;
  if (selected) return selected;
  const row = chosenRow(state, args);
  return row && { ...pieceBetween(state.trace, row.number, row.number), selected: false };
}

/** What is selected: the fewest whole events side by side that have all of its rows. Null where nothing is. */
export const selectedPiece = ({ trace, selection }: Pick<AppState, 'trace' | 'selection'>): Piece | null =>
  pieceOf(trace, selection);

const pieceOf = memoLast((trace: Trace, selection: Selection | null): Piece | null =>
  selection && trace.rows.length > 0 ? pieceBetween(trace, selection.anchor, selection.head) : null,
);

/** `event 4`, `events 3 to 7`; an event that is not selected by its first row. */
export const wordsOf = ({ first, last, selected }: Pick<Piece, 'first' | 'last' | 'selected'>): string =>
  selected && first !== last ? `events ${first} to ${last}` : `event ${first}`;

function pieceBetween(trace: Trace, a: number, b: number): Piece {
  const { program, rows } = trace;
  const most = rows.length;
  const chainAt = (row: number) => {
    const path = rows.at(Math.max(1, Math.min(row, most)) - 1)?.path ?? [0];
    return [...holdersOf(program, path).map((holder) => holder.path), path];
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
