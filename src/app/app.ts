import { createScheduler, type Scheduler } from '../lib/scheduler.ts';
import { type ClipboardActions, createClipboardActions } from './actions/clipboard-actions.ts';
import { type CommandActions, createCommandActions } from './actions/command-actions.ts';
import { createDocumentActions, type DocumentActions } from './actions/document-actions.ts';
import { createNavigationActions, type NavigationActions } from './actions/navigation-actions.ts';
import { createNoticeActions, type NoticeActions } from './actions/notice-actions.ts';
import { startRunner } from './document/runner.ts';
import { asEmbedded } from './embed/embedding.ts';
import { startPlayer } from './navigation/player.ts';
import { startAddressBar } from './share/address-bar.ts';
import { openAtStart } from './start.ts';
import { createDeferredStore, type ReadableStore } from './state/deferred-store.ts';
import { brokenLink, newerReady, unreadableDocument } from './state/messages.ts';
import type { LinkBase, Services } from './state/services.ts';
import type { AppState } from './state/state.ts';
import { type AppStore, createAppStore } from './state/store.ts';
import { NOTHING_LOADED } from './state/stored-document.ts';
import { notify } from './state/transaction.ts';
import { startAutosave } from './storage/autosave.ts';
import { createDocumentOpener } from './storage/document-opener.ts';
import { createDocuments, type Documents } from './storage/documents.ts';
import { readLastEntry } from './storage/last-entry.ts';
import { readPreferences, startSavingPreferences } from './storage/preferences.ts';
import { createTabStorage } from './storage/tab-storage.ts';

/** What the views work with: the state, and everything that a user can do to it. */
export interface App
  extends CommandActions,
    NavigationActions,
    DocumentActions,
    NoticeActions,
    Pick<ClipboardActions, 'paste' | 'pasteRows'> {
  readonly store: AppStore;
  /** The same state one task later, for panels that render after the timeline. */
  readonly deferred: ReadableStore<AppState>;
  /** Decides when deferred work runs. */
  readonly scheduler: Scheduler;
  /** What links begin with. */
  readonly address: LinkBase;
  /** The documents kept in this browser. */
  readonly documents: Documents;
  /** Copies a text in which links begin with `address`; false where the clipboard refuses it. */
  copyText(write: (address: LinkBase) => string, what: string): Promise<boolean>;
  /** Reports the height of the content, in px, to the page in which this one is embedded. */
  reportHeight(height: number): void;
  /** Saves what is not saved yet and lets go of the page. */
  close(): void;
}

/** Starts the application in a browser, or in what stands for one. Never throws because of storage or an address. */
export function startApp(services: Services): App {
  const { address, clock, host, local, newer, onHide, onStorageChange, tab } = services;
  const storage = createTabStorage(services);
  const preferences = readPreferences(local);
  const { fragment, tag } = (address.reloaded() && readLastEntry(tab)) || {
    fragment: address.fragment(),
    tag: address.tag(),
  };
  const remembered = tag === undefined ? storage.lastId() : tag;
  const started = openAtStart({ fragment, remembered, storage, preferences, isEmbedded: host !== null });
  const store = createAppStore(host ? asEmbedded(started.state, host) : started.state);
  const scheduler = createScheduler(clock);
  const deferred = createDeferredStore(store, scheduler);

  const autosave = startAutosave(store, { ...services, storage, scheduler, stored: started.stored });
  const open = createDocumentOpener(store, autosave);
  const documents = createDocuments(store, { ...services, storage, autosave, open });
  const addressBar = startAddressBar(store, {
    address,
    scheduler,
    tab,
    tagOf: ({ documentGeneration }) => autosave.idOf(documentGeneration),
    onChange: openAddress,
  });
  const clipboard = createClipboardActions(store, services.clipboard);
  const ends = [
    deferred.close,
    startPlayer(store, clock),
    startRunner(store, scheduler),
    startSavingPreferences(store, local),
    store.subscribe((state, before) => {
      // No other dialog lists the documents.
      if (state.dialog !== before.dialog && (state.dialog === 'documents' || state.dialog === 'palette'))
        documents.refresh();
    }),
    onStorageChange(autosave.restoreDeleted),
    onHide(() => {
      autosave.flush();
      addressBar.flush();
    }),
    host ? startHostOnceLoaded() : () => undefined,
    newer.onReady(() => store.dispatch(notify(newerReady))),
  ];

  /** Only an embedded page has a host to speak with; what is said before the frame is ready is not heard. */
  function startHostOnceLoaded(): () => void {
    let end: (() => void) | null = null;
    let isClosed = false;
    const start = ({ startHost }: typeof import('./embed/host.ts')) => {
      if (host && !isClosed) end = startHost(store, host, { open, scheduler });
    };
    // Where it cannot be loaded, neither can what the frame shows, which says so.
    import('./embed/host.ts').then(start, () => undefined);
    return () => {
      isClosed = true;
      end?.();
    };
  }

  /** Opens the address that the user went to, by Back, by Forward or by typing it. */
  function openAddress(fragment: string, tag: string | null): void {
    autosave.flush();
    const { stored, problem } = tag === null ? NOTHING_LOADED : storage.load(tag);
    const result = open({ kind: 'address', fragment, stored });
    if (problem) store.dispatch(notify(unreadableDocument(problem)));
    if (result.ok) return;
    addressBar.flush();
    store.dispatch(notify(brokenLink(result.error, fragment)));
  }

  return {
    ...createCommandActions(store, { clipboard, documents, address }),
    ...createNavigationActions(store),
    ...createDocumentActions(store, open, clock),
    ...createNoticeActions(store, { storage, documents, autosave, addressBar, newer }),
    ...{ store, deferred, scheduler, documents },
    address,
    paste: clipboard.paste,
    pasteRows: clipboard.pasteRows,
    copyText: (write, what) => clipboard.copy({ text: write(address), what }),
    reportHeight: (height) => host?.post({ type: 'size', height }),
    close() {
      store.flushInput();
      autosave.close();
      addressBar.flush();
      addressBar.close();
      for (const end of ends) end();
      scheduler.close();
    },
  };
}
