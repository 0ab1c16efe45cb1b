import type { Scheduler } from '../../lib/scheduler.ts';
import { keptDraft, notKept } from '../state/messages.ts';
import type { Services } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import type { AppStore } from '../state/store.ts';
import { notify } from '../state/transaction.ts';
import { isOwn, type Shelved, titleOf } from './document-storage.ts';
import type { Drafts } from './drafts.ts';

/** Keeps the open document saved. */
export interface Autosave {
  /**
   * The id under which a document of this page can be found again, by its number (`AppState.documentGeneration`); null while it has
   * nothing of the person's own.
   */
  idOf(generation: number): string | null;
  /** Says that the next document to be opened is this saved one. */
  expect(shelved: Shelved): void;
  /** Saves now what is not saved yet; false where the browser refuses to keep it. */
  flush(): boolean;
  close(): void;
}

/** A change is saved after so many ms, so that typing does not write at every key. Shorter than the delay of the address, which names it. */
const SAVE_DELAY_MS = 250;

export function startAutosave(
  store: AppStore,
  {
    drafts,
    scheduler,
    newId,
    presence,
    shelved,
  }: Pick<Services, 'newId' | 'presence'> & { scheduler: Scheduler; drafts: Drafts; shelved: Shelved | null },
): Autosave {
  /** What this page itself has written: only that it may write over. */
  const own = new Set<string>();
  const ids = new Map<number, string>();
  let kept = shelved;
  presence.hold(kept?.id ?? null);
  if (shelved) ids.set(store.getState().documentGeneration, shelved.id);
  let expected: Shelved | null = null;
  let dirty: AppState | null = null;
  let refused = false;

  const save = () => {
    const state = dirty;
    if (!state || (kept === null && !isOwnWork(state))) return;
    const id = kept && own.has(kept.id) ? kept.id : newId();
    const result = drafts.save(id, state, kept);
    own.add(id);
    ids.set(state.documentGeneration, id);
    kept = result.shelved;
    presence.hold(kept.id);
    // Said once; a later success takes it back, and then a later failure is news again.
    if (result.refused !== null && !refused) store.dispatch(notify(notKept(result.refused ?? '')));
    if (result.refused === null && refused) store.dispatch(notify({ dismiss: 'storage' }));
    refused = result.refused !== null;
    // What was refused is tried again whenever there is an occasion.
    if (!refused) dirty = null;
  };
  const saving = scheduler.debounce(save, { delay: SAVE_DELAY_MS, maxDelay: SAVE_DELAY_MS });

  const unsubscribe = store.subscribe((state, before) => {
    if (state.documentGeneration !== before.documentGeneration) {
      saving.flush();
      const left = kept;
      kept = expected;
      presence.hold(kept?.id ?? null);
      if (kept) ids.set(state.documentGeneration, kept.id);
      expected = null;
      // A draft that is only in memory is still to be saved.
      dirty = kept?.bytes === null ? state : null;
      const open = kept?.id;
      if (left && left.id !== open && isOwn(left.saved)) {
        store.dispatch(notify(keptDraft(left.id, titleOf(left.saved))));
      } else if (open && state.notices.some(({ action }) => action?.kind === 'open' && action.document === open)) {
        store.dispatch(notify({ dismiss: keptDraft(open, '').id }));
      }
      return;
    }
    if (KEPT.every((key) => state[key] === before[key])) return;
    dirty = state;
    saving.request();
  });

  return {
    idOf: (generation) => ids.get(generation) ?? null,
    expect(next) {
      expected = next;
    },
    flush() {
      // Another tab went on with this document and took it away while this page still had it open: it is put back.
      if (kept && own.has(kept.id) && !drafts.has(kept.id)) dirty = store.getState();
      saving.flush();
      return !refused;
    },
    close() {
      saving.flush();
      unsubscribe();
    },
  };
}

const KEPT = ['document', 'cursor', 'caret', 'past', 'future'] as const;

/** Looking at an example is nothing to keep: its link brings it back. */
const isOwnWork = ({ past, future }: AppState): boolean => past.length > 0 || future.length > 0;
