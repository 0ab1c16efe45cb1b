import { extendSelection, selectRows } from '../command/select-command.ts';
import { selectArchitecture, selectFindingsOf, setArchitectureVisible } from '../navigation/architectures.ts';
import { goTo, placeCaret } from '../navigation/playhead.ts';
import type { Architecture } from '../state/state.ts';
import { type AppStore, flushingInput } from '../state/store.ts';

export interface NavigationActions {
  /** Moves the playhead to a slot of the trace (-1: before the first), or to a moment of it. */
  goTo(slot: number, moment?: number | null): void;
  /** Moves the caret behind a row of the program, and the playhead to the row if it happened. */
  placeCaret(row: number): void;
  /** Extends the selection to a row, from where it began, otherwise from the caret's row. */
  extendSelection(row: number): void;
  /** Selects the rows of the text that a user marked in the editor, which a screen reader has announced already. */
  selectRows(first: number, last: number): void;
  /** Shows or hides the program's run on an architecture. */
  setArchitectureVisible(architecture: Architecture, isVisible: boolean): void;
  /** Selects a visible architecture. */
  selectArchitecture(architecture: Architecture): void;
  /** Selects a visible architecture, and goes to its next finding from the playhead on, otherwise to its first. */
  selectFindingsOf(architecture: Architecture): void;
}

export function createNavigationActions(store: AppStore): NavigationActions {
  const { dispatch } = flushingInput(store);
  return {
    goTo: (slot, moment = null) => dispatch((state) => goTo(state, { slot, moment })),
    placeCaret: (row) => dispatch((state) => placeCaret(state, row)),
    extendSelection: (row) => dispatch((state) => extendSelection(state, row)),
    selectRows: (first, last) =>
      dispatch((state) => {
        const { announcement: _, ...quiet } = selectRows(state, { anchor: first, head: last, open: false });
        return quiet;
      }),
    setArchitectureVisible: (architecture, isVisible) =>
      dispatch((state) => setArchitectureVisible(state, architecture, isVisible)),
    selectArchitecture: (architecture) => dispatch((state) => selectArchitecture(state, architecture)),
    selectFindingsOf: (architecture) => dispatch((state) => selectFindingsOf(state, architecture)),
  };
}
