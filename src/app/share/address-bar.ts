import type { Scheduler } from '../../lib/scheduler.ts';
import type { Services } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import type { AppStore } from '../state/store.ts';
import { saveLastEntry } from '../storage/last-entry.ts';
import { linkOf } from './link.ts';

/** Keeps the address bar equal to the state. */
export interface AddressBar {
  /** Makes the address what the state is, now. */
  flush(): void;
  close(): void;
}

/** Browsers refuse more than about 100 changes of the address in 30 s. */
const WRITE_DELAY_MS = 350;

interface Options extends Pick<Services, 'address' | 'tab'> {
  readonly scheduler: Scheduler;
  /** The id of the saved document, for the entry's tag. */
  tagOf(state: AppState): string | null;
  /** The person changed the address to something else than the state. */
  onChange(fragment: string, tag: string | null): void;
}

export function startAddressBar(
  store: Pick<AppStore, 'getState' | 'subscribe'>,
  { address, scheduler, tab, tagOf, onChange }: Options,
): AddressBar {
  /** The address is being opened: a document that is opened now gets no new entry. */
  let fromAddress = false;

  const write = (state: AppState) => {
    const entry = entryOf(state);
    address.replace(entry.fragment, entry.tag);
    saveLastEntry(tab, entry);
  };
  const writing = scheduler.debounce(() => write(store.getState()), {
    delay: WRITE_DELAY_MS,
    maxDelay: WRITE_DELAY_MS,
  });
  /** Empty where no link can be made: the document is found again by its tag. */
  const fragmentOf = (state: AppState): string => {
    const link = linkOf(state);
    return link.ok ? link.value : '';
  };
  const entryOf = (state: AppState) => ({ fragment: fragmentOf(state), tag: tagOf(state) });
  const unsubscribe = store.subscribe((state, before) => {
    if (state.documentGeneration !== before.documentGeneration) {
      // Where the address itself asked for it, the entry of what was left is out of reach.
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
  const unlisten = address.onChange(() => {
    const fragment = address.fragment();
    const tag = address.tag() ?? null;
    const state = store.getState();
    // Documents that no link can carry share the empty fragment, and differ in their tags.
    if (fragment === fragmentOf(state) && (fragment !== '' || tag === tagOf(state))) return;
    fromAddress = true;
    onChange(fragment, tag);
    fromAddress = false;
  });
  writing.flush();

  return {
    flush: writing.flush,
    close() {
      writing.cancel();
      unsubscribe();
      unlisten();
    },
  };
}
