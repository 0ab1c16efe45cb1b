import type { Program, Setup } from '../engine/model.ts';
import { createScheduler, type Scheduler } from '../lib/scheduler.ts';
import type { CopiedText } from './command/command.ts';
import { callPositionAt, type DropTarget, moveEvent } from './command/drop.ts';
import type { PaletteEntry } from './command/palette.ts';
import { pasteRows } from './command/paste-rows.ts';
import { pasteText } from './command/paste-text.ts';
import { extendSelection, selectRows } from './command/select-command.ts';
import { commands } from './commands/index.ts';
import type { DocumentSource } from './document/open-document.ts';
import { startRunner } from './document/runner.ts';
import { applySetup } from './document/setup.ts';
import { applyTextEdit } from './document/text-edit.ts';
import { tryOutSetup } from './document/try-out.ts';
import { asEmbedded } from './embed/embedding.ts';
import { startHost } from './embed/host.ts';
import type { KeyPress } from './keyboard/key.ts';
import { createKeyboard } from './keyboard/keyboard.ts';
import { selectArchitecture, selectFindingsOf, setArchitectureVisible } from './navigation/architectures.ts';
import { startPlayer } from './navigation/player.ts';
import { goTo, placeCaret } from './navigation/playhead.ts';
import { startAddressBar } from './share/address-bar.ts';
import { openAtStart } from './start.ts';
import type { Args } from './state/command-arguments.ts';
import { createDeferredStore, type ReadableStore } from './state/deferred-store.ts';
import { brokenLink, newerNotLoaded, newerReady, notAsked, notCopied, notMade, notPasted } from './state/messages.ts';
import { addRecent } from './state/recent.ts';
import type { LinkBase, Services } from './state/services.ts';
import type { AppState, Architecture, Side } from './state/state.ts';
import { type AppStore, createAppStore } from './state/store.ts';
import { announce, changeView, combine, NO_CHANGE, notify, reject } from './state/transaction.ts';
import { startAutosave } from './storage/autosave.ts';
import { createDocumentOpener } from './storage/document-opener.ts';
import { createDocuments, type Documents } from './storage/documents.ts';
import { readLastEntry } from './storage/last-entry.ts';
import { hasSamePreferences, readPreferences, writePreferences } from './storage/preferences.ts';
import { createTabStorage } from './storage/tab-storage.ts';

/** What the views hold on to: the state, and everything that a person can do to it. */
export interface App {
  readonly store: AppStore;
  /** The same state one task later, for panels that render after the timeline. */
  readonly deferred: ReadableStore<AppState>;
  /** Decides when deferred work runs. */
  readonly scheduler: Scheduler;
  /** What links begin with. */
  readonly address: LinkBase;
  /** The documents kept in this browser. */
  readonly documents: Documents;
  /** Does a command by its id; where it cannot be done, says why. */
  perform(id: string, args?: Args): void;
  /** Does what a line of the command palette says, and closes the palette. */
  runEntry(entry: Pick<PaletteEntry, 'id' | 'command' | 'args'>): void;
  /** The keys that a person gave to commands are these from now on. */
  bind(keys: AppState['keys']): void;
  /** A key; true when a command took it and the page should not. */
  press(key: KeyPress): boolean;
  /**
   * Applies the program's text as it is typed, and moves the caret to the offset of the typing if there is one. `replaceAll`:
   * nothing is left of the old text.
   */
  type(text: string, offset?: number, replaceAll?: boolean): void;
  /** Pasted text. True when it was a table or a link and became the program; false: it is ordinary text. */
  paste(text: string): boolean;
  /** Pasted text where no text is being edited: events of the program, else it is said what is wrong with it. */
  pasteRows(text: string): void;
  /** Changes the setup; what cannot be is refused with a notice. */
  choose(change: Partial<Setup>): void;
  /** Shows the program's run on an architecture beside the one that is looked at, or takes it away. */
  show(architecture: Architecture, shown: boolean): void;
  /** Looks at the run on another architecture that is shown. */
  lookAt(architecture: Architecture): void;
  /** Looks at the run on another architecture that is shown, at the next finding of it from the present step on, else its first. */
  showFinding(architecture: Architecture): void;
  /** Moves a row's event, or adds that of a command, where it was dropped. */
  drop(dragged: { readonly row: number } | { readonly command: string }, place: DropTarget): void;
  /** Compares the program's own setup with others; null: with what is nearest. */
  compareWith(sides: readonly Side[] | null): void;
  /** Shows the program as it goes under another setup, which must be possible. */
  tryOut(side: Side, program: Program): void;
  /** Opens something else in place of the document, and closes the dialog. */
  open(source: DocumentSource): void;
  /** The explorer has taken what a link asks; `wrong` is why it cannot be asked. */
  tookQuestion(wrong: string | null): void;
  /** Puts a text on the clipboard; links in it begin with `address`. False: it was not taken. */
  copy(write: (address: LinkBase) => string, what: string): Promise<boolean>;
  /** Opens a scenario by its id, as a document of its own. */
  openScenario(id: string): void;
  /** Goes to a slot of the trace (-1: before the first), or to a moment of it. */
  goTo(slot: number, moment?: number | null): void;
  /** Has the selection reach to a row, from where it began or from the caret's row. */
  selectTo(row: number): void;
  /** Selects the rows of a part of the text that a person marked; a screen reader has said that already. */
  selectMarked(first: number, last: number): void;
  /** Puts the caret behind a row of the program, and the cursor there if the row happened. */
  placeCaret(row: number): void;
  /** Puts the words to newcomers away, for good. */
  endIntroduction(): void;
  /** Puts a notice away. */
  putAway(notice: string): void;
  /** Does what a notice offers. */
  follow(notice: string): void;
  /** Tells the page that holds this one how many px its content is high; nothing where none does. */
  tellHeight(height: number): void;
  /** Saves what is not saved yet and lets go of the page. */
  close(): void;
}

/** Starts the application in a browser, or in what stands for one. Never throws because of storage or an address. */
export function startApp(services: Services): App {
  const { address, clock, clipboard, host, local, newer, newId, onHide, presence, tab } = services;
  const storage = createTabStorage(services);
  const preferences = readPreferences(local);
  const { fragment, tag } = (address.reloaded() && readLastEntry(tab)) || {
    fragment: address.fragment(),
    tag: address.tag(),
  };
  const remembered = tag === undefined ? storage.lastId() : tag;
  const started = openAtStart({ fragment, remembered, storage, preferences });
  const store = createAppStore(host ? asEmbedded(started.state, host) : started.state);
  /** What a person does refers to the text as they see it. */
  const dispatch: AppStore['dispatch'] = (transaction) => {
    store.flushInput();
    store.dispatch(transaction);
  };
  const scheduler = createScheduler(clock);
  const deferred = createDeferredStore(store, scheduler);
  const keyboard = createKeyboard(commands);

  const autosave = startAutosave(store, { storage, scheduler, newId, presence, stored: started.stored });
  const open = createDocumentOpener(store, autosave);
  const documents = createDocuments(store, { storage, autosave, open, newId, presence });
  const bar = startAddressBar(store, {
    address,
    scheduler,
    tab,
    tagOf: ({ documentGeneration }) => autosave.idOf(documentGeneration),
    onChange: arrive,
  });
  const ends = [
    deferred.close,
    startPlayer(store, clock),
    startRunner(store, scheduler),
    store.subscribe((state, before) => {
      if (!hasSamePreferences(state, before)) writePreferences(local, state);
    }),
    store.subscribe((state, before) => {
      // No other dialog lists the documents.
      if (state.dialog !== before.dialog && (state.dialog === 'documents' || state.dialog === 'palette'))
        documents.refresh();
    }),
    onHide(() => {
      autosave.flush();
      bar.flush();
    }),
    host ? startHost(store, host, open) : () => undefined,
    newer.onReady(() => dispatch(notify(newerReady))),
  ];

  /** Back, Forward or an address that was typed: the saved document if it is the one that the link shows. */
  function arrive(fragment: string, tag: string | null): void {
    autosave.flush();
    const stored = tag === null ? null : storage.load(tag).stored;
    const opened = open({ kind: 'address', fragment, stored });
    if (opened.ok) return;
    bar.flush();
    dispatch(notify(brokenLink(opened.error, fragment)));
  }

  async function copy({ what, text, error, remark }: CopiedText): Promise<boolean> {
    // The same thing copied twice is said twice.
    dispatch({ announcement: null });
    let written: string;
    try {
      if (error !== undefined) throw new Error(error);
      written = typeof text === 'string' ? text : await text;
    } catch (reason) {
      dispatch(notify(notMade(what, reason instanceof Error ? reason.message : String(reason))));
      return false;
    }
    try {
      await clipboard.write(written);
      dispatch(announce('copied', `Copied ${what}${remark === undefined ? '' : `; ${remark}`}`));
      return true;
    } catch (reason) {
      dispatch(notify(notCopied(what, String(reason), written)));
      return false;
    }
  }

  const paste = (text: string): boolean => {
    store.flushInput();
    const { embedded, presenting } = store.getState();
    if (embedded || presenting !== null) return false;
    const transaction = pasteText(store.getState(), text);
    if (transaction) dispatch(transaction);
    return transaction !== null;
  };
  const pasteAsRows = (text: string) => dispatch((state) => pasteRows(state, text));

  async function pasteClipboard(): Promise<void> {
    try {
      const text = await clipboard.read();
      if (text.trim() === '') dispatch(reject('The clipboard has no text'));
      else if (!paste(text)) pasteAsRows(text);
    } catch (reason) {
      dispatch(notify(notPasted(reason instanceof Error ? reason.message : String(reason))));
    }
  }

  const perform = (id: string, args?: Args) => {
    store.flushInput();
    const command = commands.get(id);
    const state = store.getState();
    const possible = command.when(state, args);
    if (possible !== true) {
      dispatch(reject(possible));
      return;
    }
    const copied = command.copy?.(state, address, args);
    dispatch(command.run(state, args));
    if (copied) void copy(copied);
    if (command.pastes) void pasteClipboard();
    const wanted = command.opens?.(state, args);
    if (wanted !== undefined) documents.open(wanted);
  };

  return {
    store,
    deferred,
    scheduler,
    address,
    documents,
    perform,
    runEntry({ id, command, args }) {
      dispatch(({ recent }) => changeView({ dialog: null, recent: addRecent(recent, id) }));
      perform(command, args);
    },
    bind: (keys) => dispatch(changeView({ keys })),
    press(key) {
      const command = keyboard.commandFor(key, store.getState());
      if (!command) return false;
      // Escape means many things to a browser: it is taken only where there is something to leave.
      if (command.id === 'leave' && command.when(store.getState()) !== true) return false;
      perform(command.id);
      return true;
    },
    type: (text, offset, replaceAll) =>
      store.dispatch((state) => applyTextEdit(state, text, clock.now(), { offset, replaceAll })),
    paste,
    pasteRows: pasteAsRows,
    choose: (setup) => dispatch((state) => applySetup(state, setup)),
    show: (architecture, shown) => dispatch((state) => setArchitectureVisible(state, architecture, shown)),
    lookAt: (architecture) => dispatch((state) => selectArchitecture(state, architecture)),
    showFinding: (architecture) => dispatch((state) => selectFindingsOf(state, architecture)),
    drop(dragged, place) {
      if ('row' in dragged) dispatch((state) => moveEvent(state, dragged.row, place));
      else if ('behind' in place) perform(dragged.command, { row: place.behind });
      else {
        const inside = callPositionAt(store.getState(), place.statement);
        if (inside) perform(dragged.command, { inside });
      }
    },
    compareWith: (sides) => dispatch(changeView({ compared: sides })),
    tryOut: (side, program) => dispatch((state) => tryOutSetup(state, side, program)),
    open(source) {
      open(source, changeView({ dialog: null }));
    },
    tookQuestion: (wrong) =>
      dispatch(({ question }) =>
        combine(changeView({ question: null }), wrong === null ? NO_CHANGE : notify(notAsked(wrong, question ?? ''))),
      ),
    copy: (write, what) => copy({ text: write(address), what }),
    openScenario: (id) => perform('open-scenario', { choice: id }),
    goTo: (slot, moment = null) => dispatch((state) => goTo(state, { slot, moment })),
    selectTo: (row) => dispatch((state) => extendSelection(state, row)),
    selectMarked: (first, last) =>
      dispatch((state) => {
        const { announcement: _, ...quiet } = selectRows(state, { anchor: first, head: last, open: false });
        return quiet;
      }),
    placeCaret: (row) => dispatch((state) => placeCaret(state, row)),
    endIntroduction: () => dispatch(changeView({ introduced: true })),
    putAway(id) {
      if (store.getState().notices.some((notice) => notice.id === id && notice.action?.kind === 'open'))
        storage.declineDrafts();
      dispatch(notify({ dismiss: id }));
    },
    follow(id) {
      const action = store.getState().notices.find((notice) => notice.id === id)?.action;
      if (!action) return;
      dispatch(notify({ dismiss: id }));
      const kept = autosave.flush();
      if (action.kind === 'use-newer') {
        bar.flush();
        if (kept || action.anyway) newer.load();
        else dispatch(notify(newerNotLoaded));
        return;
      }
      if (action.kind === 'bring-back') documents.restore(action.document);
      else documents.open(action.document);
    },
    tellHeight: (height) => host?.post({ type: 'size', height }),
    close() {
      store.flushInput();
      autosave.close();
      bar.flush();
      bar.close();
      for (const end of ends) end();
      scheduler.close();
    },
  };
}
