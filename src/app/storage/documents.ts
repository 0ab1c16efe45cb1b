import { commit } from '../document/history.ts';
import { openSaved } from '../document/opening.ts';
import { deleted, missingDraft, notDone } from '../state/messages.ts';
import type { Services } from '../state/services.ts';
import type { AppState, Document } from '../state/state.ts';
import type { AppStore } from '../state/store.ts';
import { announce, changeView, combine, NO_CHANGE, notify, type Transaction } from '../state/transaction.ts';
import type { Autosave } from './autosave.ts';
import type { Drafts } from './drafts.ts';
import type { Saved } from './saved.ts';

/** The documents of this browser, as a person goes about with them. What cannot be done is told in a notice. */
export interface Documents {
  /** Looks up what there is. */
  refresh(): void;
  /** Opens a document in the place of the one at hand, which is kept. */
  open(id: string): void;
  /** Names a document, null: the one at hand. An empty name is none. */
  rename(id: string | null, title: string): void;
  /** Makes a copy, which stays where it is. */
  duplicate(id: string): void;
  /** Takes a document away, and offers to bring it back. */
  remove(id: string): void;
  bringBack(id: string): void;
}

/** Longer names are cut. */
export const LONGEST_TITLE = 120;

export function documentsOf(
  store: AppStore,
  { drafts, autosave, newId, presence }: Pick<Services, 'newId' | 'presence'> & { drafts: Drafts; autosave: Autosave },
): Documents {
  /** What was deleted on this page, until it is left. */
  const gone = new Map<string, Saved>();
  let asked = 0;

  const refresh = () => {
    autosave.flush();
    const own = autosave.idOf(store.getState().documentGeneration);
    const known = new Map(store.getState().documents.map(({ id, elsewhere }) => [id, elsewhere]));
    const list = drafts.list().map((one) => ({ ...one, here: one.id === own, elsewhere: known.get(one.id) ?? false }));
    store.dispatch(changeView({ documents: list }));
    asked += 1;
    const mine = asked;
    void presence.elsewhere().then((others) => {
      if (mine !== asked) return;
      store.dispatch(changeView({ documents: list.map((one) => ({ ...one, elsewhere: others.has(one.id) })) }));
    });
  };
  const refuse = (what: string, reason: string) => store.dispatch(notify(notDone(what, reason)));
  const load = (id: string): Saved | null => {
    const { shelved } = drafts.load(id);
    if (!shelved) store.dispatch(notify(missingDraft(id)));
    return shelved?.saved ?? null;
  };
  const nameOf = (id: string) => store.getState().documents.find((one) => one.id === id)?.title ?? 'a program';
  const isBusy = (id: string) => store.getState().documents.some((one) => one.id === id && one.elsewhere);

  return {
    refresh,
    open(id) {
      autosave.flush();
      const { shelved } = drafts.load(id);
      if (!shelved) {
        store.dispatch(notify(missingDraft(id)));
        return;
      }
      if (id === autosave.idOf(store.getState().documentGeneration)) {
        store.dispatch(changeView({ dialog: null }));
        return;
      }
      autosave.expect(shelved);
      store.dispatch((state) => combine(openSaved(state, shelved.saved), changeView({ dialog: null })));
    },
    rename(id, wanted) {
      const title = wanted.trim().slice(0, LONGEST_TITLE) || null;
      if (id === null || id === autosave.idOf(store.getState().documentGeneration)) {
        store.dispatch((state) => renameOpen(state, title));
        refresh();
        return;
      }
      if (isBusy(id)) {
        refuse(`rename "${nameOf(id)}"`, 'another tab has it open');
        return;
      }
      const saved = load(id);
      if (!saved || saved.document.title === title) return;
      drafts.save(id, { ...saved, document: withName(saved.document, title) }, null);
      refresh();
      store.dispatch(announce('stored', title === null ? 'the name is taken away' : `named: ${title}`));
    },
    duplicate(id) {
      autosave.flush();
      const saved = load(id);
      if (!saved) return;
      const title = `${nameOf(id)}, copy`.slice(0, LONGEST_TITLE);
      const { refused } = drafts.save(newId(), { ...saved, document: { ...saved.document, title } }, null);
      refresh();
      if (refused !== null) refuse(`keep "${title}"`, refused);
      else store.dispatch(announce('stored', `duplicated: ${title}`));
    },
    remove(id) {
      const title = nameOf(id);
      const why = id === autosave.idOf(store.getState().documentGeneration) ? 'it is open' : 'another tab has it open';
      if (why === 'it is open' || isBusy(id)) {
        refuse(`delete "${title}"`, why);
        return;
      }
      const saved = load(id);
      if (!saved) return;
      if (!drafts.remove(id)) {
        refuse(`delete "${title}"`, 'this browser refuses it');
        return;
      }
      gone.set(id, saved);
      refresh();
      store.dispatch(combine(notify(deleted(id, title)), announce('stored', `deleted: ${title}`)));
    },
    bringBack(id) {
      const saved = gone.get(id);
      store.dispatch(notify({ dismiss: deleted(id, '').id }));
      if (!saved) return;
      const { refused } = drafts.save(id, saved, null);
      refresh();
      if (refused !== null) refuse(`keep "${nameOf(id)}"`, refused);
      else {
        gone.delete(id);
        store.dispatch(announce('stored', `brought back: ${nameOf(id)}`));
      }
    },
  };
}

/** Renames the open document, as an edit. */
function renameOpen({ document }: AppState, title: string | null): Transaction {
  if (document.title === title) return NO_CHANGE;
  return commit(title === null ? 'take the name away' : `name it "${title}"`, withName(document, title));
}

const withName = (document: Document, title: string | null): Document => ({
  ...document,
  title,
  named: title !== null,
});
