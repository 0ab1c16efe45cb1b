import type { Event } from '../../engine/model.ts';
import { spliceEvents } from '../../engine/run/rows.ts';
import { checkEditable, editProgram } from '../document/program-edit.ts';
import { describeRange, type EventRange, targetRange } from '../navigation/event-range.ts';
import type { AppState, Selection } from '../state/state.ts';
import { NO_CHANGE } from '../state/transaction.ts';
import type { Command } from './command.ts';

interface EditOptions {
  readonly id: string;
  readonly order: number;
  readonly title: string;
  readonly keys: readonly string[];
  /** Returns the events that replace them. */
  into(events: readonly Event[]): readonly Event[];
  /** For the history; `rows` names them: `event 4`, `events 3 to 7`. */
  label(events: readonly Event[], rows: string): string;
  /** By how many rows the events move down; null if they are removed. */
  readonly shift?: number | null;
  /** True, or why these events cannot be edited this way. */
  fits?(events: readonly Event[]): true | string;
}

/** Creates a command that replaces the target events by others. */
export function createEditCommand({ id, order, title, keys, into, label, shift = 0, fits }: EditOptions): Command {
  return {
    id,
    order,
    title,
    group: 'edit',
    keys,
    when(state, args) {
      const possible = checkEditable(state);
      if (possible !== true) return possible;
      const piece = targetRange(state, args);
      return piece ? (fits?.(piece.events) ?? true) : NO_EVENT;
    },
    run(state, args) {
      const piece = targetRange(state, args);
      if (!piece) return NO_CHANGE;
      const program = spliceEvents(state.document.program, piece.path, piece.events.length, into(piece.events));
      return editProgram(state, {
        label: label(piece.events, describeRange(piece)),
        program,
        ...(shift === null ? { caret: piece.first - 1 } : positionAfterEdit(state, piece, shift)),
      });
    },
  };
}

/** Caret and selection after a range has moved down by so many rows. */
export function positionAfterEdit(
  { selection }: Pick<AppState, 'selection'>,
  { first, last, selected }: EventRange,
  rows: number,
): { readonly caret: number; readonly selection: Selection | null } {
  if (!selected) return { caret: first + rows, selection: null };
  return {
    caret: last + rows,
    selection: { anchor: first + rows, head: last + rows, open: selection?.open ?? false },
  };
}

export const NO_EVENT = 'No event selected';
