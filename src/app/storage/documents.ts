import { commit } from '../document/history.ts';
import { deleted, missingDraft, notDone } from '../state/messages.ts';
import type { Services } from '../state/services.ts';
import type { AppState, Document } from '../state/state.ts';
import type { AppStore } from '../state/store.ts';
import type { DocumentSnapshot } from '../state/stored-document.ts';
import { announce, changeView, combine, NO_CHANGE, notify, type Transaction } from '../state/transaction.ts';
import type { Autosave } from './autosave.ts';
import type { OpenSource } from './document-opener.ts';
import type { TabStorage } from './tab-storage.ts';

/** What a user can do with the documents of this browser. A notice says what could not be done. */
export interface Documents {
  /** Reads the list of documents again. */
  refresh(): void;
  /** Opens a document in place of the open one, which is kept. */
  open(id: string): void;
  /** Names a document, null: the open one. An empty title removes the name. */
  rename(id: string | null, title: string): void;
  /** Makes a copy without opening it. */
  duplicate(id: string): void;
  /** Deletes a document and offers to restore it. */
  remove(id: string): void;
  restore(id: string): void;
}

/** Characters of a title; longer ones are cut. */
export const MAX_TITLE_LENGTH = 120;

interface Options extends Pick<Services, 'newId' | 'presence'> {
  readonly storage: TabStorage;
  readonly autosave: Autosave;
  readonly open: OpenSource;
}

export function createDocuments(store: AppStore, { storage, autosave, open, newId, presence }: Options): Documents {
  /** The documents that were deleted on this page, until it is left. */
  const deletedDocuments = new Map<string, DocumentSnapshot>();
  let refreshes = 0;

  const refresh = () => {
    autosave.flush();
    const own = openId();
    const known = new Map(store.getState().documents.map(({ id, elsewhere }) => [id, elsewhere]));
    const list = storage.list().map((one) => ({ ...one, here: one.id === own, elsewhere: known.get(one.id) ?? false }));
    store.dispatch(changeView({ documents: list }));
    refreshes += 1;
    const mine = refreshes;
    void presence.elsewhere().then((others) => {
      if (mine !== refreshes) return;
      store.dispatch(changeView({ documents: list.map((one) => ({ ...one, elsewhere: others.has(one.id) })) }));
    });
  };
  const tellFailure = (what: string, reason: string) => store.dispatch(notify(notDone(what, reason)));
  const load = (id: string) => {
    const { stored } = storage.load(id);
    if (!stored) store.dispatch(notify(missingDraft(id)));
    return stored;
  };
  const openId = () => autosave.idOf(store.getState().documentGeneration);
  const titleOf = (id: string) => store.getState().documents.find((one) => one.id === id)?.title ?? 'a program';
  const isOpenElsewhere = (id: string) => store.getState().documents.some((one) => one.id === id && one.elsewhere);

  return {
    refresh,
    open(id) {
      autosave.flush();
      const stored = load(id);
      if (!stored) return;
      if (id === openId()) store.dispatch(closeDialog);
      else open({ kind: 'stored', stored }, closeDialog);
    },
    rename(id, wanted) {
      const title = wanted.trim().slice(0, MAX_TITLE_LENGTH) || null;
      if (id === null || id === openId()) {
        store.dispatch((state) => renameOpen(state, title));
        refresh();
        return;
      }
      if (isOpenElsewhere(id)) {
        tellFailure(`rename "${titleOf(id)}"`, 'it is open in another tab');
        return;
      }
      const snapshot = load(id)?.snapshot;
      if (!snapshot || snapshot.document.title === title) return;
      storage.save(id, { ...snapshot, document: withTitle(snapshot.document, title) }, null);
      refresh();
      store.dispatch(announce('stored', title === null ? 'Name removed' : `Renamed to ${title}`));
    },
    duplicate(id) {
      autosave.flush();
      const snapshot = load(id)?.snapshot;
      if (!snapshot) return;
      const title = `${titleOf(id)} (copy)`.slice(0, MAX_TITLE_LENGTH);
      const { error } = storage.save(newId(), { ...snapshot, document: { ...snapshot.document, title } }, null);
      refresh();
      if (error !== null) tellFailure(`save "${title}"`, error);
      else store.dispatch(announce('stored', `Duplicated as ${title}`));
    },
    remove(id) {
      const title = titleOf(id);
      if (id === openId() || isOpenElsewhere(id)) {
        tellFailure(`delete "${title}"`, id === openId() ? 'it is open' : 'it is open in another tab');
        return;
      }
      const snapshot = load(id)?.snapshot;
      if (!snapshot) return;
      if (!storage.remove(id)) {
        tellFailure(`delete "${title}"`, 'the browser does not allow it');
        return;
      }
      deletedDocuments.set(id, snapshot);
      refresh();
      store.dispatch(combine(notify(deleted(id, title)), announce('stored', `Deleted ${title}`)));
    },
    restore(id) {
      const snapshot = deletedDocuments.get(id);
      store.dispatch(notify({ dismiss: deleted(id, '').id }));
      if (!snapshot) return;
      const { error } = storage.save(id, snapshot, null);
      refresh();
      if (error !== null) {
        tellFailure(`save "${titleOf(id)}"`, error);
        return;
      }
      deletedDocuments.delete(id);
      store.dispatch(announce('stored', `Restored ${titleOf(id)}`));
    },
  };
}

/** Names the open document, as an edit. */
function renameOpen({ document }: AppState, title: string | null): Transaction {
  if (document.title === title) return NO_CHANGE;
  return commit(title === null ? 'remove the name' : `rename to "${title}"`, withTitle(document, title));
}

const closeDialog = changeView({ dialog: null });

const withTitle = (document: Document, title: string | null): Document => ({
  ...document,
  title,
  named: title !== null,
});
