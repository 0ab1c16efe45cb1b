import { commit } from '../document/history.ts';
import { deleted, missingDraft, notDone, unreadableDocument } from '../state/messages.ts';
import type { Services } from '../state/services.ts';
import type { AppState, Document } from '../state/state.ts';
import type { AppStore } from '../state/store.ts';
import { announce, changeView, combine, NO_CHANGE, notify, type Transaction } from '../state/transaction.ts';
import type { Autosave } from './autosave.ts';
import { titleOfSnapshot } from './describe-snapshot.ts';
import { fileNameOf, writeDocumentFile } from './document-file.ts';
import type { OpenSource } from './document-opener.ts';
import { exceedsSnapshotLimit } from './document-snapshot.ts';
import type { Pieces } from './stored-record.ts';
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
  /** Restores a deleted document, byte for byte. */
  restore(id: string): void;
  /** Downloads a document, null: the open one, as a file. One that cannot be read is downloaded as it is. */
  exportFile(id: string | null): void;
  /** Adds the document of a file to the list. */
  add(name: string, pieces: Pieces): void;
  /** Opens a text in any form that can be pasted. */
  openText(name: string, text: string): void;
  /** Says why a file was not opened. */
  refuse(name: string, reason: string): void;
}

/** Characters of a title; longer ones are cut. */
export const MAX_TITLE_LENGTH = 120;

interface Options extends Pick<Services, 'newId' | 'presence' | 'download'> {
  readonly storage: TabStorage;
  readonly autosave: Autosave;
  readonly open: OpenSource;
}

export function createDocuments(store: AppStore, options: Options): Documents {
  const { storage, autosave, open, newId, presence, download } = options;
  /** The documents that were deleted on this page, until it is left. */
  const deletedDocuments = new Map<string, Pieces>();
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
    const { stored, problem } = storage.load(id);
    if (problem) store.dispatch(notify(unreadableDocument(problem)));
    else if (!stored) store.dispatch(notify(missingDraft(id)));
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
      if (!stored) refresh();
      else if (id === openId()) store.dispatch(closeDialog);
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
      const stored = load(id);
      if (!stored || stored.snapshot.document.title === title) return;
      if (stored.kept && stored.bytes === null) {
        tellFailure(`rename "${titleOf(id)}"`, 'this version cannot read all of it');
        return;
      }
      const { snapshot } = stored;
      storage.save(id, { ...snapshot, document: withTitle(snapshot.document, title) }, stored);
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
      const pieces = storage.readPieces(id);
      if (!storage.remove(id)) {
        tellFailure(`delete "${title}"`, 'the browser does not allow it');
        return;
      }
      deletedDocuments.set(id, pieces);
      refresh();
      store.dispatch(combine(notify(deleted(id, title)), announce('stored', `Deleted ${title}`)));
    },
    restore(id) {
      const pieces = deletedDocuments.get(id);
      store.dispatch(notify({ dismiss: deleted(id, '').id }));
      if (!pieces) return;
      const restored = storage.writePieces(pieces);
      refresh();
      if (restored.error !== null) tellFailure(`save "${titleOf(restored.id ?? id)}"`, restored.error);
      if (restored.id === null) return;
      deletedDocuments.delete(id);
      store.dispatch(announce('stored', `Restored ${titleOf(restored.id)}`));
    },
    exportFile(id) {
      autosave.flush();
      const state = store.getState();
      if (id === null && exceedsSnapshotLimit(state) !== null) {
        download('program.txt', state.document.text);
        return;
      }
      const own = id ?? openId();
      const stored: Pieces = own === null ? new Map() : storage.readPieces(own);
      const pieces = id === null && stored.size === 0 ? storage.packSnapshot(state) : stored;
      if (pieces.size === 0) {
        tellFailure(`download "${titleOf(id ?? '')}"`, 'it is no longer in this browser');
        return;
      }
      const title = id === null ? titleOfSnapshot(state) : (storage.list().find((one) => one.id === id)?.title ?? '');
      download(fileNameOf(title), writeDocumentFile(pieces));
    },
    add(name, pieces) {
      const { id, error } = storage.writePieces(pieces);
      refresh();
      if (error !== null) tellFailure(`save ${name}`, error);
      if (id !== null) store.dispatch(announce('stored', `Added ${titleOf(id) || name}`));
    },
    openText(name, text) {
      const opened = open({ kind: 'text', text, open: store.getState().document }, closeDialog);
      if (!opened.ok) tellFailure(`open ${name}`, opened.error);
    },
    refuse: (name, reason) => tellFailure(`open ${name}`, reason),
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
