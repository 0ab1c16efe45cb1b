import { cName } from '../../engine/ir/compile.ts';
import type { Block, Event, Program } from '../../engine/model.ts';
import { spliceEvents } from '../../engine/run/rows.ts';
import type { CallPosition } from '../state/command-arguments.ts';
import { detailAt } from '../state/cursor.ts';
import type { AppState } from '../state/state.ts';

/**
 * Where new events go inside the call at the playhead; null if it is not at a statement. In a document that opens at a
 * statement, new events go after the row until the person moves.
 */
export const insertionInCall = (state: Pick<AppState, 'trace' | 'cursor' | 'arrival'>): CallPosition | null =>
  state.cursor === state.arrival ? null : callPosition(state);

/** The position after the statement at the playhead; null if there is none. */
export function callPosition({ trace, cursor }: Pick<AppState, 'trace' | 'cursor'>): CallPosition | null {
  if (cursor.moment === null) return null;
  const { event, path, part } = trace.rowAt(cursor.slot);
  if (event.kind !== 'call') return null;
  const statement = detailAt(trace, cursor.slot).moments[cursor.moment]?.statement ?? null;
  // Blocks before this part of the call have run; a new one comes right after them.
  return statement === null ? null : { event, path, statement, block: part };
}

/** Describes a position: `inside lazy_mmu_mode_enable(), after statement 3`. */
export const describeCallPosition = ({ event, statement }: CallPosition): string =>
  `inside ${cName(event.helper)}(), after statement ${statement}`;

/** Inserts events at a position inside a call, after those that are there already. */
export function insertInCall(
  program: Program,
  { event, path, statement, block }: CallPosition,
  events: readonly Event[],
): Program {
  const blocks = event.inside ?? [];
  const there = blocks[block];
  const joins = there?.anchor.at === 'statement' && there.anchor.number === statement;
  const grown: Block = joins
    ? { ...there, events: [...there.events, ...events] }
    : { anchor: { at: 'statement', number: statement }, events };
  const inside = blocks.toSpliced(block, joins ? 1 : 0, grown);
  return spliceEvents(program, path, 1, [{ ...event, inside }]);
}

/** The path that an event would have there, to check whether it is allowed. */
export const pathInCall = ({ path, block }: CallPosition): readonly number[] => [...path, block, 0];
