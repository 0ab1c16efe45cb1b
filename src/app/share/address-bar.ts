import type { Scheduler } from '../../lib/scheduler.ts';
import type { Services } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import type { AppStore } from '../state/store.ts';
import { saveLastEntry } from '../storage/last-entry.ts';
import { linkOf } from './link.ts';

/** Synchronises the address bar with the state. */
export interface AddressBar {
  /** Writes the state to the address immediately. */
  flush(): void;
  close(): void;
}

/** Browsers reject more than about 100 changes of the address in 30 s. */
const WRITE_DELAY_MS = 350;

interface Options extends Pick<Services, 'address' | 'tab'> {
  readonly scheduler: Scheduler;
  /** Returns the id of the saved document, the tag of the history entry. */
  tagOf(state: AppState): string | null;
  /** Called when the user changes the address to one that differs from the state. */
  onChange(fragment: string, tag: string | null): void;
}

export function startAddressBar(
  store: Pick<AppStore, 'getState' | 'subscribe'>,
  { address, scheduler, tab, tagOf, onChange }: Options,
): AddressBar {
  /** Whether an address is being opened. A document that it opens gets no new history entry. */
  let fromAddress = false;

  /** Whether the user changed the address, and the entry shows a document that is not open yet. */
  let hasChanged = false;

  const write = (state: AppState) => {
    if (hasChanged) return;
    const entry = entryOf(state);
    address.replace(entry.fragment, entry.tag);
    saveLastEntry(tab, entry);
  };
  const writing = scheduler.debounce(() => write(store.getState()), {
    delay: WRITE_DELAY_MS,
    maxDelay: WRITE_DELAY_MS,
  });
  /** Returns the fragment; empty if there is no link. The tag then identifies the document. */
  const fragmentOf = (state: AppState): string => {
    const link = linkOf(state);
    return link.ok ? link.value : '';
  };
  const entryOf = (state: AppState) => ({ fragment: fragmentOf(state), tag: tagOf(state) });
  const unsubscribe = store.subscribe((state, before) => {
    if (state.documentGeneration !== before.documentGeneration) {
      // If the address opened the document, the entry of the previous one cannot be changed.
      writing.cancel();
      write(fromAddress ? state : before);
      if (!fromAddress) {
        const entry = entryOf(state);
        address.push(entry.fragment, entry.tag);
        saveLastEntry(tab, entry);
      }
    } else if (state.document !== before.document || state.cursor !== before.cursor) {
      writing.request();
    }
  });
  // A page that opened this one may change the address many times in a row; the last one counts.
  const following = scheduler.coalesce(() => {
    hasChanged = false;
    const fragment = address.fragment();
    const tag = address.tag() ?? null;
    const state = store.getState();
    // Documents without a link share the empty fragment and differ in their tags.
    if (fragment === fragmentOf(state) && (fragment !== '' || tag === tagOf(state))) return;
    fromAddress = true;
    onChange(fragment, tag);
    fromAddress = false;
  });
  const unlisten = address.onChange(() => {
    hasChanged = true;
    following.request();
  });
  writing.flush();

  return {
    flush() {
      if (hasChanged) following.flush();
      writing.flush();
    },
    close() {
      following.cancel();
      writing.cancel();
      unsubscribe();
      unlisten();
    },
  };
}
