import type { StoreApi } from 'zustand/vanilla';
import { commit } from '../document/history.ts';
import { contentOfSaved, opened } from '../document/opening.ts';
import { deleted, missingDraft, notDone } from '../state/messages.ts';
import { withNotice, withoutNotice } from '../state/notice.ts';
import type { Services } from '../state/services.ts';
import type { AppState, Document } from '../state/state.ts';
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
  store: StoreApi<AppState>,
  { drafts, autosave, newId, presence }: Pick<Services, 'newId' | 'presence'> & { drafts: Drafts; autosave: Autosave },
): Documents {
  /** What was deleted on this page, until it is left. */
  const gone = new Map<string, Saved>();
  let asked = 0;

  const refresh = () => {
    autosave.flush();
    const own = autosave.idOf(store.getState().opened);
    const known = new Map(store.getState().documents.map(({ id, elsewhere }) => [id, elsewhere]));
    const list = drafts.list().map((one) => ({ ...one, here: one.id === own, elsewhere: known.get(one.id) ?? false }));
    store.setState({ documents: list });
    asked += 1;
    const mine = asked;
    void presence.elsewhere().then((others) => {
      if (mine !== asked) return;
      store.setState({ documents: list.map((one) => ({ ...one, elsewhere: others.has(one.id) })) });
    });
  };
  const refuse = (what: string, reason: string) => store.setState((now) => withNotice(now, notDone(what, reason)));
  const load = (id: string): Saved | null => {
    const { shelved } = drafts.load(id);
    if (!shelved) store.setState((now) => withNotice(now, missingDraft(id)));
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
        store.setState((now) => withNotice(now, missingDraft(id)));
        return;
      }
      if (id === autosave.idOf(store.getState().opened)) {
        store.setState({ dialog: null });
        return;
      }
      autosave.expect(shelved);
      store.setState((state) => ({ ...opened(state, contentOfSaved(shelved.saved, state)), dialog: null }));
    },
    rename(id, wanted) {
      const title = wanted.trim().slice(0, LONGEST_TITLE) || null;
      if (id === null || id === autosave.idOf(store.getState().opened)) {
        store.setState((state) => named(state, title));
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
      store.setState({ said: title === null ? 'the name is taken away' : `named: ${title}` });
    },
    duplicate(id) {
      autosave.flush();
      const saved = load(id);
      if (!saved) return;
      const title = `${nameOf(id)}, copy`.slice(0, LONGEST_TITLE);
      const { refused } = drafts.save(newId(), { ...saved, document: { ...saved.document, title } }, null);
      refresh();
      if (refused !== null) refuse(`keep "${title}"`, refused);
      else store.setState({ said: `duplicated: ${title}` });
    },
    remove(id) {
      const title = nameOf(id);
      const why = id === autosave.idOf(store.getState().opened) ? 'it is open' : 'another tab has it open';
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
      store.setState((now) => ({ ...withNotice(now, deleted(id, title)), said: `deleted: ${title}` }));
    },
    bringBack(id) {
      const saved = gone.get(id);
      store.setState((now) => withoutNotice(now, deleted(id, '').id));
      if (!saved) return;
      const { refused } = drafts.save(id, saved, null);
      refresh();
      if (refused !== null) refuse(`keep "${nameOf(id)}"`, refused);
      else {
        gone.delete(id);
        store.setState({ said: `brought back: ${nameOf(id)}` });
      }
    },
  };
}

/** The open document with another name, as an edit. */
function named(state: AppState, title: string | null): Partial<AppState> {
  const { document, caret, cursor } = state;
  if (document.title === title) return {};
  const name = title === null ? 'take the name away' : `name it "${title}"`;
  return commit(state, { name, document: withName(document, title), caret, cursor });
}

const withName = (document: Document, title: string | null): Document => ({
  ...document,
  title,
  named: title !== null,
});
