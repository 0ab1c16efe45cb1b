import type { Program } from '../../engine/model.ts';
import { rowIndexOf } from '../../engine/run/row-index.ts';
import { bodiesOf, eventAt, spliceEvents } from '../../engine/run/rows.ts';
import { checkEditable, editProgram } from '../document/program-edit.ts';
import { parentPath, siblingsOf } from '../document/row-path.ts';
import { describeRange, targetRange } from '../navigation/event-range.ts';
import { NO_CHANGE } from '../state/transaction.ts';
import type { Command } from './command.ts';
import { NO_EVENT, positionAfterEdit } from './edit-command.ts';

type Path = readonly number[];

/** Creates a command that moves the target events by one row, like a line in an editor, into and out of bodies, too. */
export function createMoveCommand({
  id,
  order,
  title,
  keys,
  timelineKeys,
  by,
}: Pick<Command, 'id' | 'order' | 'title' | 'keys' | 'timelineKeys'> & { by: 1 | -1 }): Command {
  const target = by > 0 ? pathAfter : pathBefore;
  const edge = by > 0 ? 'Already at the end' : 'Already at the start';
  return {
    id,
    order,
    title,
    group: 'edit',
    keys,
    ...(timelineKeys && { timelineKeys }),
    when(state, args) {
      const possible = checkEditable(state);
      if (possible !== true) return possible;
      const piece = targetRange(state, args);
      if (!piece) return NO_EVENT;
      return target(state.document.program, piece.path, piece.events.length) ? true : edge;
    },
    run(state, args) {
      const piece = targetRange(state, args);
      const to = piece && target(state.document.program, piece.path, piece.events.length);
      if (!piece || !to) return NO_CHANGE;
      const without = spliceEvents(state.document.program, piece.path, piece.events.length, []);
      const program = spliceEvents(without, to, 0, piece.events);
      const row = rowIndexOf(program).numberOf(to, 0);
      return editProgram(state, {
        label: `move ${describeRange(piece)} to position ${row}`,
        program,
        ...positionAfterEdit(state, piece, row - piece.first),
      });
    },
  };
}

/** The new path of events that move later, in a program without them; null at the end of the program. */
function pathAfter(program: Program, path: Path, count: number): Path | null {
  const index = path.at(-1) ?? 0;
  const parent = path.slice(0, -1);
  const next = siblingsOf(program, path)[index + count];
  if (next && bodiesOf(next).length === 0) return [...parent, index + 1];
  if (next) return next.kind === 'call' ? [...parent, index, 0, 0] : [...parent, index, 0];
  const host = parentPath(program, path);
  const holder = host && eventAt(program, host);
  if (!holder) return null;
  const block = parent.at(-1) ?? 0;
  if (holder.kind === 'call' && block + 1 < bodiesOf(holder).length) return [...host, block + 1, 0];
  return [...host.slice(0, -1), (host.at(-1) ?? 0) + 1];
}

function pathBefore(program: Program, path: Path): Path | null {
  const index = path.at(-1) ?? 0;
  const parent = path.slice(0, -1);
  const previous = siblingsOf(program, path)[index - 1];
  if (previous) {
    const bodies = bodiesOf(previous);
    const last = bodies.at(-1);
    if (!last) return [...parent, index - 1];
    const inside = [...parent, index - 1];
    return previous.kind === 'call' ? [...inside, bodies.length - 1, last.length] : [...inside, last.length];
  }
  const host = parentPath(program, path);
  const holder = host && eventAt(program, host);
  if (!holder) return null;
  const block = parent.at(-1) ?? 0;
  if (holder.kind === 'call' && block > 0) return [...host, block - 1, bodiesOf(holder)[block - 1]?.length ?? 0];
  return host;
}
