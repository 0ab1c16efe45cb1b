import { describeRange, selectedRange } from '../navigation/event-range.ts';
import type { AppState, Selection } from '../state/state.ts';
import { announce, changeView, combine, NO_CHANGE, type Transaction } from '../state/transaction.ts';
import type { Command } from './command.ts';

type SelectOptions = Pick<Command, 'id' | 'order' | 'title' | 'keys'> & {
  /** The row that the selection extends to, or why it cannot. */
  to(head: number, rows: number): number | string;
};

/** Creates a command that moves the moving end of the selection. Without a selection it begins one at the caret's row. */
export const createSelectCommand = ({ to, ...named }: SelectOptions): Command => {
  const target = ({ trace, caret, selection }: AppState) =>
    trace.rows.length === 0 ? EMPTY_PROGRAM : to(selection?.head ?? caret, trace.rows.length);
  return {
    ...named,
    group: 'edit',
    when(state) {
      const row = target(state);
      return typeof row === 'string' ? row : true;
    },
    run(state) {
      const row = target(state);
      return typeof row === 'string' ? NO_CHANGE : extendSelection(state, row);
    },
  };
};

export const EMPTY_PROGRAM = 'The program is empty';

/** Extends the selection to a row, from where it began, otherwise from the caret's row. */
export function extendSelection(state: AppState, row: number): Transaction {
  const { selection, caret } = state;
  const anchor = selection?.anchor ?? (caret === 0 ? row : caret);
  return selectRows(state, { anchor, head: row, open: selection?.open ?? false });
}

/** Selects rows, announces them, and moves the caret and the playhead to the moving end. */
export const selectRows = ({ trace }: Pick<AppState, 'trace'>, selection: Selection): Transaction =>
  combine(
    {
      selection,
      caret: selection.head,
      playhead: { row: selection.head, moment: null, ifMissing: 'stay' },
      ...announce('selected', describe({ trace, selection })),
    },
    changeView({ playing: false }),
  );

/** `Selected events 2 to 6`; where that is more than was asked for, that, too. */
function describe({ trace, selection }: Pick<AppState, 'trace'> & { readonly selection: Selection }): string {
  const piece = selectedRange({ trace, selection });
  if (!piece) return EMPTY_PROGRAM;
  const { anchor, head } = selection;
  const wider = piece.first < Math.min(anchor, head) || piece.last > Math.max(anchor, head);
  return `Selected ${describeRange(piece)}${wider ? ' (extended to whole blocks)' : ''}`;
}
