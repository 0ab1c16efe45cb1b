import type { Scheduler } from '../../lib/scheduler.ts';
import { keptDraft, notKept, STORAGE } from '../state/messages.ts';
import type { Services } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import type { AppStore } from '../state/store.ts';
import type { StoredDocument } from '../state/stored-document.ts';
import { notify } from '../state/transaction.ts';
import { isOwnWork, titleOfSnapshot } from './describe-snapshot.ts';
import type { TabStorage } from './tab-storage.ts';

/** Keeps the open document saved. */
export interface Autosave {
  /**
   * The id under which a document of this page is stored, by its number (`AppState.documentGeneration`); null while it has none of the
   * user's own work.
   */
  idOf(generation: number): string | null;
  /** Sets the stored document that the next document to be opened continues; null for none. */
  setNext(stored: StoredDocument | null): void;
  /** Saves pending changes now; false where the browser refuses to keep them. */
  flush(): boolean;
  /** Saves the open document again if another tab has deleted what this page had saved of it. */
  restoreDeleted(): void;
  close(): void;
}

/** Delay in ms before a change is saved, so that typing does not write at every key; the address, which names it, follows. */
const SAVE_DELAY_MS = 250;

interface Options extends Pick<Services, 'newId' | 'persist' | 'presence'> {
  readonly scheduler: Scheduler;
  readonly storage: TabStorage;
  /** The stored document that the page continues. */
  readonly stored: StoredDocument | null;
}

export function startAutosave(store: AppStore, options: Options): Autosave {
  const { storage, scheduler, newId, persist, presence, stored } = options;
  /** Ids that this page has written; it must not overwrite others. */
  const own = new Set<string>();
  const ids = new Map<number, string>();
  let current: StoredDocument | null = null;
  let next: StoredDocument | null = null;
  let unsaved: AppState | null = null;
  // A failure at the start has been reported.
  let wasRefused = storage.failure !== null;
  let isPersistenceRequested = false;

  const setCurrent = (document: StoredDocument | null, generation: number) => {
    current = document;
    presence.hold(document?.id ?? null);
    if (document) ids.set(generation, document.id);
  };
  setCurrent(stored, store.getState().documentGeneration);

  const save = () => {
    const state = unsaved;
    if (!state || (current === null && !isEdited(state))) return;
    const id = current && own.has(current.id) ? current.id : newId();
    const { stored: saved, error } = storage.save(id, state, current);
    own.add(saved.id);
    setCurrent(saved, state.documentGeneration);
    // A refusal is reported once; a later success withdraws the notice, and the next refusal is reported again.
    if (error !== null && !wasRefused) store.dispatch(notify(notKept(error)));
    if (error === null && wasRefused) store.dispatch(notify({ dismiss: STORAGE }));
    wasRefused = error !== null;
    // Browsers that ask the user should not do so before there is something to lose.
    if (error === null && !isPersistenceRequested && isOwnWork(state)) {
      isPersistenceRequested = true;
      void persist();
    }
    // Every later occasion tries again what was refused.
    if (!wasRefused) unsaved = null;
  };

  const saving = scheduler.debounce(save, { delay: SAVE_DELAY_MS, maxDelay: SAVE_DELAY_MS });

  /** Offers the document that was left, and withdraws the offer of the one that is open now. */
  const offerPrevious = (previous: StoredDocument | null, { notices }: AppState) => {
    const open = current?.id;
    if (previous && previous.id !== open && isOwnWork(previous.snapshot)) {
      store.dispatch(notify(keptDraft(previous.id, titleOfSnapshot(previous.snapshot))));
    } else if (open && notices.some(({ action }) => action?.kind === 'open' && action.document === open)) {
      store.dispatch(notify({ dismiss: keptDraft(open, '').id }));
    }
  };

  const unsubscribe = store.subscribe((state, before) => {
    if (state.documentGeneration !== before.documentGeneration) {
      saving.flush();
      const previous = current;
      setCurrent(next, state.documentGeneration);
      next = null;
      // A document that is only in memory still has to be saved.
      unsaved = current && !current.kept ? state : null;
      offerPrevious(previous, state);
    } else if (SAVED_FIELDS.some((key) => state[key] !== before[key]) && !hasArrived(state, before)) {
      unsaved = state;
      saving.request();
    }
  });

  const isDeleted = () => current !== null && own.has(current.id) && !storage.has(current.id);
  const flush = () => {
    store.flushInput();
    // Another tab continued this document and deleted it while it is still open here: it is saved again.
    if (isDeleted()) unsaved = store.getState();
    saving.flush();
    return !wasRefused;
  };

  return {
    idOf: (generation) => ids.get(generation) ?? null,
    setNext(document) {
      next = document;
    },
    flush,
    restoreDeleted() {
      // That tab may have read the document just before its last edit was saved, which only this page knows then.
      if (isDeleted()) flush();
    },
    close() {
      saving.flush();
      presence.hold(null);
      unsubscribe();
    },
  };
}

const SAVED_FIELDS = ['document', 'cursor', 'caret', 'past', 'future'] as const;

/** Whether the playhead only came to the place at which the document was opened. */
const hasArrived = (state: AppState, before: AppState): boolean =>
  before.destination !== null && before.running && !state.running;

/** An unedited document is not saved: its link restores it. */
const isEdited = ({ past, future }: AppState): boolean => past.length > 0 || future.length > 0;
