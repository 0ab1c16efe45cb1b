import type { Event, Program } from '../../engine/model.ts';
import { rowIndexOf } from '../../engine/run/row-index.ts';
import { spliceEvents } from '../../engine/run/rows.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { checkEditable, checkPlacement, editProgram } from '../document/program-edit.ts';
import { pathAfter } from '../document/row-path.ts';
import { describeCallPosition, insertInCall, pathInCall } from '../navigation/call-position.ts';
import { describeRange, type EventRange, selectedRange, targetRange } from '../navigation/event-range.ts';
import type { Args, CallPosition } from '../state/command-arguments.ts';
import type { AppState } from '../state/state.ts';
import { type AppStore, flushingInput } from '../state/store.ts';
import { NO_CHANGE, reject, type Transaction } from '../state/transaction.ts';
import { positionAfterEdit } from './edit-command.ts';

type Path = readonly number[];

/** Where something is dropped: after a row (0: before the first), or inside the call at the playhead, after a statement. */
export type DropTarget = { readonly behind: number } | { readonly statement: number };

/** An event of the program by its row, or a command that inserts one. */
export type Dragged = { readonly row: number } | { readonly command: string };

interface DropActions {
  readonly store: AppStore;
  perform(command: string, args: Args): void;
}

/** Moves a row's event, or inserts that of a command, where it was dropped. */
export function drop({ store, perform }: DropActions, dragged: Dragged, place: DropTarget): void {
  const { dispatch, getState } = flushingInput(store);
  if ('row' in dragged) dispatch((state) => moveEvent(state, dragged.row, place));
  else if ('behind' in place) perform(dragged.command, { row: place.behind });
  else {
    const inside = callPositionAt(getState(), place.statement);
    if (inside) perform(dragged.command, { inside });
  }
}

/** The position after a statement of the call at the playhead; null if it is not at a call. */
function callPositionAt({ trace, cursor }: Pick<AppState, 'trace' | 'cursor'>, statement: number): CallPosition | null {
  const row = cursor.slot < 0 ? null : trace.rowAt(cursor.slot);
  if (row?.event.kind !== 'call') return null;
  const { event, path } = row;
  const blocks = event.inside ?? [];
  const next = blocks.findIndex(({ anchor }) => anchor.at === 'statement' && anchor.number >= statement);
  return { event, path, statement, block: next < 0 ? blocks.length : next };
}

/** The events that move with a dragged row: the selection, if the row is in it, otherwise its own event. */
function draggedWith(state: AppState, row: number): EventRange | undefined {
  const selected = selectedRange(state);
  return selected && row >= selected.first && row <= selected.last ? selected : targetRange(state, { row });
}

/** Moves a row's event, or the selection with it, to where it was dropped. An impossible move is rejected. */
export function moveEvent(state: AppState, from: number, place: DropTarget): Transaction {
  const piece = draggedWith(state, from);
  const possible = checkEditable(state);
  if (!piece || possible !== true) return reject(possible === true ? 'There is no such event' : possible);
  const { path, events } = piece;
  const target = 'behind' in place ? behindRow(state, place.behind) : insideCall(state, place.statement);
  if (typeof target === 'string') return reject(target);
  if (isWithin(target.path, piece)) return reject('An event cannot be moved into itself');
  if ('behind' in place && isAmong(target.path, piece)) return NO_CHANGE;
  const fits = checkPlacement(state, target.path, () => events);
  if (fits !== true) return reject(fits);
  const put = target.put(state.document.program, events);
  const left = target.shifts(path, events.length);
  const program = spliceEvents(put, left, events.length, []);
  if (deepEqual(program, state.document.program)) return NO_CHANGE;
  const row = rowIndexOf(program).numberOf(shifted(target.lands, left, -events.length), 0);
  return editProgram(state, {
    label: `move ${describeRange(piece)} ${target.words}`,
    program,
    ...positionAfterEdit(state, piece, row - piece.first),
  });
}

interface Target {
  /** The path to check the placement with. */
  readonly path: Path;
  /** The path after insertion. */
  readonly lands: Path;
  readonly words: string;
  put(program: Program, events: readonly Event[]): Program;
  /** Maps a path from before the insertion to the one after it. */
  shifts(path: Path, count: number): Path;
}

function behindRow({ trace }: AppState, behind: number): Target {
  const path = pathAfter(trace, behind);
  return {
    path,
    lands: path,
    words: behind === 0 ? 'to the start' : `after event ${behind}`,
    put: (program, events) => spliceEvents(program, path, 0, events),
    shifts: (other, count) => shifted(other, path, count),
  };
}

function insideCall(state: AppState, statement: number): Target | string {
  const inside = callPositionAt(state, statement);
  if (!inside) return 'Step to a call first';
  const path = pathInCall(inside);
  const there = inside.event.inside?.[inside.block];
  const joins = there?.anchor.at === 'statement' && there.anchor.number === statement;
  return {
    path,
    lands: joins ? path.with(-1, there.events.length) : path,
    words: describeCallPosition(inside),
    put: (program, events) => insertInCall(program, inside, events),
    // A new block, or an existing one that has grown at its end.
    shifts: (other) => (joins ? other : shifted(other, path.slice(0, -1), 1)),
  };
}

/** Maps a path to the one after so many events are inserted at another path, or removed if the number is negative. */
function shifted(path: Path, at: Path, by: number): Path {
  const depth = at.length - 1;
  const sameList = path.length > depth && at.slice(0, depth).every((index, i) => index === path[i]);
  return sameList && (at[depth] ?? 0) <= (path[depth] ?? 0) ? path.with(depth, (path[depth] ?? 0) + by) : path;
}

/** Whether a path is inside one of the events. */
function isWithin(path: Path, { path: first, events }: EventRange): boolean {
  const depth = first.length - 1;
  const index = (path[depth] ?? 0) - (first[depth] ?? 0);
  return path.length > first.length && isInList(path, first) && index >= 0 && index < events.length;
}

/** Whether a path is between two of the events, where they are already. */
function isAmong(path: Path, { path: first, events }: EventRange): boolean {
  const index = (path.at(-1) ?? 0) - (first.at(-1) ?? 0);
  return path.length === first.length && isInList(path, first) && index >= 0 && index <= events.length;
}

const isInList = (path: Path, first: Path): boolean => first.slice(0, -1).every((index, i) => index === path[i]);
