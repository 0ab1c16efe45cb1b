import { reasonOf } from '../../lib/attempt.ts';
import type { CopiedText } from '../command/command.ts';
import { pasteRows } from '../command/paste-rows.ts';
import { pasteText } from '../command/paste-text.ts';
import { notCopied, notMade, notPasted } from '../state/messages.ts';
import type { Services } from '../state/services.ts';
import { type AppStore, flushingInput } from '../state/store.ts';
import { announce, notify, reject } from '../state/transaction.ts';

export interface ClipboardActions {
  /** Copies a text, and announces it; false where the text cannot be made or the clipboard refuses it. */
  copy(text: CopiedText): Promise<boolean>;
  /** Makes a pasted table or link the program; false where it is ordinary text, which is left to the editor. */
  paste(text: string): boolean;
  /** Inserts a pasted text as events of the program, otherwise reports what is wrong with it. */
  pasteRows(text: string): void;
  /** Pastes what is on the clipboard. */
  pasteClipboard(): Promise<void>;
}

export function createClipboardActions(store: AppStore, clipboard: Services['clipboard']): ClipboardActions {
  const { dispatch } = flushingInput(store);
  const actions: ClipboardActions = {
    async copy({ what, text, error, remark }) {
      // Without an empty announcement between, a screen reader keeps silent about a second copy of the same thing.
      dispatch({ announcement: null });
      let written: string;
      try {
        if (error !== undefined) throw new Error(error);
        written = typeof text === 'string' ? text : await text;
      } catch (reason) {
        dispatch(notify(notMade(what, reasonOf(reason))));
        return false;
      }
      try {
        await clipboard.write(written);
        dispatch(announce('copied', `Copied ${what}${remark === undefined ? '' : `; ${remark}`}`));
        return true;
      } catch (reason) {
        dispatch(notify(notCopied(what, String(reason), written)));
        return false;
      }
    },
    paste(text) {
      store.flushInput();
      const state = store.getState();
      if (state.embedded || state.presenting !== null) return false;
      const transaction = pasteText(state, text);
      if (transaction) dispatch(transaction);
      return transaction !== null;
    },
    pasteRows: (text) => dispatch((state) => pasteRows(state, text)),
    async pasteClipboard() {
      try {
        const text = await clipboard.read();
        if (text.trim() === '') dispatch(reject('The clipboard has no text'));
        else if (!actions.paste(text)) actions.pasteRows(text);
      } catch (reason) {
        dispatch(notify(notPasted(reasonOf(reason))));
      }
    },
  };
  return actions;
}
