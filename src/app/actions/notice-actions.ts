import type { AddressBar } from '../share/address-bar.ts';
import { newerNotLoaded } from '../state/messages.ts';
import type { Newer } from '../state/services.ts';
import { type AppStore, flushingInput } from '../state/store.ts';
import { changeView, notify } from '../state/transaction.ts';
import type { Autosave } from '../storage/autosave.ts';
import type { Documents } from '../storage/documents.ts';
import type { TabStorage } from '../storage/tab-storage.ts';

export interface NoticeActions {
  /** Dismisses a notice; the drafts that it offers are not offered again. */
  dismissNotice(id: string): void;
  /** Does what a notice offers, and dismisses it. */
  runNoticeAction(id: string): void;
  /** Saves the work and reloads the page, with the newest version that is installed. Work that cannot be saved is asked about. */
  reloadPage(): void;
  /** Dismisses the introduction, for good. */
  dismissIntroduction(): void;
}

interface Options {
  readonly storage: TabStorage;
  readonly documents: Documents;
  readonly autosave: Autosave;
  readonly addressBar: AddressBar;
  readonly newer: Newer;
}

export function createNoticeActions(
  store: AppStore,
  { storage, documents, autosave, addressBar, newer }: Options,
): NoticeActions {
  const { dispatch, getState } = flushingInput(store);
  const actionOf = (id: string) => getState().notices.find((notice) => notice.id === id)?.action;

  const loadNewer = (evenUnsaved: boolean) => {
    const isSaved = autosave.flush();
    addressBar.flush();
    if (isSaved || evenUnsaved) newer.load();
    else dispatch(notify(newerNotLoaded));
  };

  return {
    dismissNotice(id) {
      if (actionOf(id)?.kind === 'open') storage.declineDrafts();
      dispatch(notify({ dismiss: id }));
    },
    runNoticeAction(id) {
      const action = actionOf(id);
      if (!action) return;
      if (action.kind === 'export') {
        // What the notice says stays true.
        documents.exportFile(action.document);
        return;
      }
      dispatch(notify({ dismiss: id }));
      if (action.kind === 'use-newer') {
        loadNewer(action.anyway);
        return;
      }
      autosave.flush();
      if (action.kind === 'bring-back') documents.restore(action.document);
      else documents.open(action.document);
    },
    reloadPage() {
      store.flushInput();
      loadNewer(false);
    },
    dismissIntroduction: () => dispatch(changeView({ introduced: true })),
  };
}
