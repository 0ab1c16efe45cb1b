import { selectedPiece, wordsOf } from '../navigation/piece.ts';
import type { AppState, Selection } from '../state/state.ts';
import type { Command } from './command.ts';

type Selecting = Pick<Command, 'id' | 'order' | 'title' | 'keys'> & {
  /** The row to which the selection then reaches, or why it cannot. */
  to(head: number, rows: number): number | string;
};

/** A command that makes the selection longer or shorter at its moving end; the first one begins it at the caret's row. */
export const selecting = ({ to, ...named }: Selecting): Command => {
  const target = ({ trace, caret, selection }: AppState) =>
    trace.rows.length === 0 ? EMPTY : to(selection?.head ?? caret, trace.rows.length);
  return {
    ...named,
    group: 'edit',
    when(state) {
      const row = target(state);
      return typeof row === 'string' ? row : true;
    },
    run(state) {
      const row = target(state);
      return typeof row === 'string' ? {} : reachingTo(state, row);
    },
  };
};

export const EMPTY = 'the program is empty';

/** The selection reaches from where it began, else from the caret's row, to this row. */
export function reachingTo(state: AppState, row: number): Partial<AppState> {
  const { selection, caret } = state;
  const anchor = selection?.anchor ?? (caret === 0 ? row : caret);
  return selectedRows(state, { anchor, head: row, open: selection?.open ?? false });
}

/** Selects these rows; the caret and the cursor go to the moving end, and it is said which they are. */
export function selectedRows(state: AppState, selection: Selection): Partial<AppState> {
  const { trace } = state;
  const slot = trace.slotOf(selection.head);
  return {
    selection,
    caret: selection.head,
    ...(slot < 0 ? {} : { cursor: { slot, moment: null } }),
    typedAt: null,
    playing: false,
    said: told({ trace, selection }),
  };
}

/** `rows 2 to 6 selected`; where that is more than was asked for, that, too. */
function told({ trace, selection }: Pick<AppState, 'trace'> & { readonly selection: Selection }): string {
  const piece = selectedPiece({ trace, selection });
  if (!piece) return EMPTY;
  const { anchor, head } = selection;
  const wider = piece.first < Math.min(anchor, head) || piece.last > Math.max(anchor, head);
  return `${wordsOf(piece)} selected${wider ? ': what is cut is taken whole' : ''}`;
}
