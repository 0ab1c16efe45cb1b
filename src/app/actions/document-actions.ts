import type { Program, Setup } from '../../engine/model.ts';
import type { DocumentSource } from '../document/open-document.ts';
import { applySetup } from '../document/setup.ts';
import { applyTextEdit } from '../document/text-edit.ts';
import { tryOutSetup } from '../document/try-out.ts';
import { notAsked } from '../state/messages.ts';
import type { Clock } from '../state/services.ts';
import type { Side } from '../state/state.ts';
import { type AppStore, flushingInput } from '../state/store.ts';
import { changeView, combine, NO_CHANGE, notify } from '../state/transaction.ts';
import type { OpenSource } from '../storage/document-opener.ts';

export interface DocumentActions {
  /** Opens a source in place of the open document, and closes the dialog. */
  open(source: DocumentSource): void;
  /**
   * Changes the program's text while it is being typed at an offset; without one the caret stays. `replaceAll`: nothing of the
   * old text remains.
   */
  editText(text: string, offset?: number, replaceAll?: boolean): void;
  /** Changes the setup; a notice says why it cannot be. */
  changeSetup(change: Partial<Setup>): void;
  /** Runs a program under another setup, which must be possible. */
  tryOut(side: Side, program: Program): void;
  /** Compares the document's setup with others; null: with the nearest one. */
  compareWith(sides: readonly Side[] | null): void;
  /** Removes the query of a link, which the explorer has taken; `error` is why it could not run. */
  finishLinkedQuery(error: string | null): void;
}

export function createDocumentActions(store: AppStore, open: OpenSource, clock: Pick<Clock, 'now'>): DocumentActions {
  const { dispatch } = flushingInput(store);
  return {
    open(source) {
      open(source, changeView({ dialog: null }));
    },
    editText: (text, offset, replaceAll) =>
      // This is the input itself.
      store.dispatch((state) => applyTextEdit(state, text, clock.now(), { offset, replaceAll })),
    changeSetup: (change) => dispatch((state) => applySetup(state, change)),
    tryOut: (side, program) => dispatch((state) => tryOutSetup(state, side, program)),
    compareWith: (sides) => dispatch(changeView({ compared: sides })),
    finishLinkedQuery: (error) =>
      dispatch(({ linkedQuery }) =>
        combine(
          changeView({ linkedQuery: null }),
          error === null ? NO_CHANGE : notify(notAsked(error, linkedQuery ?? '')),
        ),
      ),
  };
}
