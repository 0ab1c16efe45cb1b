import type { Event } from '../engine/model.ts';
import { splice } from '../engine/rows.ts';
import type { Command } from './command.ts';
import { editable, edited } from './edit.ts';
import { chosenRow, numberAt } from './row.ts';

interface Changing {
  readonly id: string;
  readonly order: number;
  readonly title: string;
  readonly keys: readonly string[];
  /** What stands in the event's place afterwards. */
  into(event: Event): readonly Event[];
  /** For the history, of the event's row. */
  name(event: Event, row: number): string;
  /** Which row then has the caret, from the event's first; that one by default. */
  readonly caret?: number;
  /** True, or why this event cannot be changed so. */
  fits?(event: Event): true | string;
}

/** A command that puts other events in the place of the chosen one. */
export function changing({ id, order, title, keys, into, name, caret = 0, fits }: Changing): Command {
  return {
    id,
    order,
    title,
    group: 'edit',
    keys,
    when(state, args) {
      const possible = editable(state);
      if (possible !== true) return possible;
      const row = chosenRow(state, args);
      return row ? (fits?.(row.event) ?? true) : NO_ROW;
    },
    run(state, args) {
      const row = chosenRow(state, args);
      if (!row) return {};
      const number = numberAt(state.trace, row.path);
      const program = splice(state.document.program, row.path, 1, into(row.event));
      return edited(state, { name: name(row.event, number), program, caret: number + caret });
    },
  };
}

export const NO_ROW = 'no row is chosen';
