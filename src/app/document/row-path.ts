import type { Event, Program } from '../../engine/model.ts';
import { bodiesOf, eventAt, type Row } from '../../engine/run/rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import type { Args } from '../state/command-arguments.ts';

import type { AppState } from '../state/state.ts';

/** The row to act on: the named one, otherwise the one at the caret. */
export const targetRow = ({ trace, caret }: AppState, args: Args = {}): Row | undefined =>
  trace.rows.at((args.row ?? caret) - 1);

/** The index path of new events after a row (0: before the first); inside it, if it opens a body. */
export function pathAfter({ rows }: Trace, number: number): readonly number[] {
  const row = rows.at(number - 1);
  if (!row) return [0];
  const { event, part, parts, path } = row;
  if (part < parts - 1) return event.kind === 'call' ? [...path, part, 0] : [...path, 0];
  return [...path.slice(0, -1), (path.at(-1) ?? 0) + 1];
}

interface Ancestor {
  readonly event: Event;
  readonly path: readonly number[];
}

/** The events around a path, outermost first. */
export function ancestorsOf(program: Program, path: readonly number[]): Ancestor[] {
  const holders: Ancestor[] = [];
  for (let length = 1; length < path.length; ) {
    const own = path.slice(0, length);
    const event = eventAt(program, own);
    if (!event) break;
    holders.push({ event, path: own });
    // In a path, the number of a block comes between a call and its child.
    length += event.kind === 'call' ? 2 : 1;
  }
  return holders;
}

/** The path of the event around a path; null at the top level. */
export const parentPath = (program: Program, path: readonly number[]): readonly number[] | null =>
  ancestorsOf(program, path).at(-1)?.path ?? null;

/** The list that contains the event at a path. */
export function siblingsOf(program: Program, path: readonly number[]): readonly Event[] {
  const host = parentPath(program, path);
  if (host === null) return program;
  const event = eventAt(program, host);
  if (!event) return [];
  return bodiesOf(event)[event.kind === 'call' ? (path.at(-2) ?? 0) : 0] ?? [];
}

/** The number of the first row of the event at a path. */
export const rowNumberAt = ({ rows }: Trace, path: readonly number[]): number => rows.numberOf(path, 0);
