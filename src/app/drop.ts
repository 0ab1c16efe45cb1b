import type { Event, Program } from '../engine/model.ts';
import { rowIndexOf } from '../engine/row-index.ts';
import { eventAt, splice } from '../engine/rows.ts';
import { editable, edited, fitsAt } from './edit.ts';
import { type Inside, pathInside, placeInWords, putInside } from './inside.ts';
import { same } from './keep-events.ts';
import { pathBehind } from './row.ts';
import type { AppState } from './state.ts';

type Path = readonly number[];

/** Where something is dropped: behind a row (0: before the first), or inside the call that is looked at, after a statement. */
export type Place = { readonly behind: number } | { readonly statement: number };

/** The place inside the call at the cursor that a statement of its listing stands for; null where no call is looked at. */
export function insideOf({ trace, cursor }: Pick<AppState, 'trace' | 'cursor'>, statement: number): Inside | null {
  const row = cursor.slot < 0 ? null : trace.rowAt(cursor.slot);
  if (row?.event.kind !== 'call') return null;
  const { event, path } = row;
  const blocks = event.inside ?? [];
  const later = blocks.findIndex(({ anchor }) => anchor.at === 'statement' && anchor.number >= statement);
  return { event, path, statement, block: later < 0 ? blocks.length : later };
}

/** A row's event, with all that is inside it, moved to where it was dropped; what cannot be says why. */
export function moved(state: AppState, from: number, place: Place): Partial<AppState> {
  const row = state.trace.rows.at(from - 1);
  const possible = editable(state);
  if (!row || possible !== true) return { said: possible === true ? 'no such row' : possible };
  const target = 'behind' in place ? behindRow(state, place.behind) : insideCall(state, place.statement);
  if (typeof target === 'string') return { said: target };
  if (isWithin(target.path, row.path)) return { said: 'an event cannot stand inside itself' };
  const fits = fitsAt(state, target.path, row.event);
  if (fits !== true) return { said: fits };
  const marked = { ...row.event };
  const program = without(target.put(state.document.program, marked), target.shifts(row.path));
  if (program === null || same(program, state.document.program)) return {};
  const caret = numberOf(program, marked);
  return edited(state, { name: `move row ${row.number} ${target.words}`, program, caret });
}

interface Target {
  readonly path: Path;
  readonly words: string;
  put(program: Program, event: Event): Program;
  /** The path of what stood at one before, once it is put. */
  shifts(path: Path): Path;
}

function behindRow({ trace }: AppState, behind: number): Target {
  const path = pathBehind(trace, behind);
  return {
    path,
    words: behind === 0 ? 'to the front' : `behind row ${behind}`,
    put: (program, event) => splice(program, path, 0, [event]),
    shifts: (other) => shifted(other, path),
  };
}

function insideCall(state: AppState, statement: number): Target | string {
  const inside = insideOf(state, statement);
  if (!inside) return 'no call is looked at';
  const path = pathInside(inside);
  const there = inside.event.inside?.[inside.block]?.anchor;
  const joins = there?.at === 'statement' && there.number === statement;
  return {
    path,
    words: placeInWords(inside),
    put: (program, event) => putInside(program, inside, [event]),
    shifts: (other) => (joins ? other : shifted(other, path.slice(0, -1))),
  };
}

/** Where what stood at a path stands after one more was put in at another. */
function shifted(path: Path, at: Path): Path {
  const depth = at.length - 1;
  const sameList = path.length > depth && at.slice(0, depth).every((index, i) => index === path[i]);
  return sameList && (at[depth] ?? 0) <= (path[depth] ?? 0) ? path.with(depth, (path[depth] ?? 0) + 1) : path;
}

const isWithin = (path: Path, holder: Path): boolean =>
  path.length > holder.length && holder.every((index, i) => index === path[i]);

const without = (program: Program, path: Path): Program | null =>
  eventAt(program, path) ? splice(program, path, 1, []) : null;

/** The number of the row of one very event. */
function numberOf(program: Program, event: Event): number {
  const index = rowIndexOf(program);
  for (let number = 1; number <= index.length; number++) {
    if (index.at(number - 1)?.event === event) return number;
  }
  return 0;
}
