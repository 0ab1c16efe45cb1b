import type { Event, PageOp, PageRef } from '../../engine/model.ts';
import { spliceEvents } from '../../engine/run/rows.ts';
import { printEvent } from '../../notation/text/print.ts';
import { checkEditable, checkPlacement, editProgram } from '../document/program-edit.ts';
import { pathAfter } from '../document/row-path.ts';
import { describeCallPosition, insertInCall, insertionInCall, pathInCall } from '../navigation/call-position.ts';
import type { Args, CallPosition } from '../state/command-arguments.ts';
import type { AppState } from '../state/state.ts';
import type { Command } from './command.ts';

interface InsertOptions {
  readonly id: string;
  readonly order: number;
  readonly title: string;
  /** The key in insert mode. */
  readonly letter?: string;
  event(state: AppState, args: Args): Event;
}

/**
 * Creates a command that inserts one event after the caret, inside a body that opens there, or inside a call if the playhead
 * is at one of its statements.
 */
export function createInsertCommand({ id, order, title, letter, event }: InsertOptions): Command {
  return {
    id,
    order,
    title,
    group: 'add',
    keys: letter === undefined ? [] : [letter],
    only: 'insert',
    when(state, args = {}) {
      const possible = checkEditable(state);
      if (possible !== true) return possible;
      const inside = placeOf(state, args);
      const path = inside ? pathInCall(inside) : pathAfter(state.trace, args.row ?? state.caret);
      return checkPlacement(state, path, () => [event(state, args)]);
    },
    run(state, args = {}) {
      const row = args.row ?? state.caret;
      const added = event(state, args);
      const inside = placeOf(state, args);
      if (inside) {
        return editProgram(state, {
          label: `insert ${nameOf(added)} ${describeCallPosition(inside)}`,
          program: insertInCall(state.document.program, inside, [added]),
          caret: row,
          playhead: state.cursor,
        });
      }
      const program = spliceEvents(state.document.program, pathAfter(state.trace, row), 0, [added]);
      return editProgram(state, { label: `insert ${nameOf(added)} at position ${row + 1}`, program, caret: row + 1 });
    },
  };
}

const placeOf = (state: AppState, { row, inside }: Args): CallPosition | null =>
  inside ?? (row === undefined ? insertionInCall(state) : null);

/** Every architecture may defer updates of kernel pages. */
const PAGE: PageRef = { space: 'kernel', index: 1 };

/** Creates a command that inserts a page operation, by default on the page last used before the caret. */
export const createPageCommand = ({ op, ...rest }: Omit<InsertOptions, 'event'> & { readonly op: PageOp }): Command =>
  createInsertCommand({
    ...rest,
    event: (state, { page }) => ({ kind: 'page', op, page: page ?? lastPage(state) }),
  });

function lastPage({ trace, caret }: AppState): PageRef {
  for (let number = caret; number > Math.max(0, caret - 100); number--) {
    const event = trace.rows.at(number - 1)?.event;
    if (event?.kind === 'page') return event.page;
  }
  return PAGE;
}

/** Shortens an event for the label of the edit. */
function nameOf(event: Event): string {
  const text = printEvent(event);
  return text.length > 24 ? `${text.slice(0, 23).trimEnd()}…` : text;
}
