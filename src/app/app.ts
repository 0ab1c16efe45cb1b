import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Program, Setup } from '../engine/model.ts';
import { createScheduler, type Scheduler } from '../lib/scheduler.ts';
import type { CopiedText } from './command/command.ts';
import { insideOf, moved, type Place } from './command/drop.ts';
import type { PaletteEntry } from './command/palette.ts';
import { pasted } from './command/paste.ts';
import { pastedRows } from './command/paste-rows.ts';
import { reachingTo, selectedRows } from './command/selecting.ts';
import { stepped } from './command/step-command.ts';
import { commands } from './commands/index.ts';
import { asking, contentOf, contentOfSaved, type Opening, opened, placeOf } from './document/opening.ts';
import { startRunner } from './document/runner.ts';
import { chosen } from './document/setup.ts';
import { triedOut } from './document/try-out.ts';
import { typed } from './document/typing.ts';
import { asEmbedded } from './embed/embedding.ts';
import { startHost } from './embed/host.ts';
import type { KeyPress } from './keyboard/key.ts';
import { keyboardOf } from './keyboard/keyboard.ts';
import { lookedAt, lookedAtFinding, withShown } from './navigation/architectures.ts';
import { settled } from './navigation/cursor-moves.ts';
import { startPlayer } from './navigation/player.ts';
import { startAddressBar } from './share/address-bar.ts';
import { openLink } from './share/open-link.ts';
import { isOf, start } from './start.ts';
import type { Args } from './state/command-arguments.ts';
import { createDeferredStore, type ReadableStore } from './state/deferred-store.ts';
import {
  brokenLink,
  linkRemarks,
  newerNotLoaded,
  newerReady,
  notAsked,
  notCopied,
  notMade,
  notPasted,
} from './state/messages.ts';
import { withNotice, withoutNotice } from './state/notice.ts';
import { usedNow } from './state/recent.ts';
import type { Services } from './state/services.ts';
import type { AppState, Architecture, Side } from './state/state.ts';
import { startAutosave } from './storage/autosave.ts';
import { type Documents, documentsOf } from './storage/documents.ts';
import { draftsOf } from './storage/drafts.ts';
import { lastEntry } from './storage/last-entry.ts';
import { readPreferences, samePreferences, writePreferences } from './storage/preferences.ts';

/** What the views hold on to: the state, and everything that a person can do to it. */
export interface App {
  readonly store: StoreApi<AppState>;
  /** The same state one task later, for panels that render after the timeline. */
  readonly deferred: ReadableStore<AppState>;
  /** Decides when deferred work runs. */
  readonly scheduler: Scheduler;
  /** The page's own address, without a fragment: links begin with it. */
  readonly address: string;
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
   * The program's text as it is now being typed, and the offset at which; without one the caret stays. With `anew` it stands
   * in the place of all that there was.
   */
  type(text: string, offset?: number, anew?: boolean): void;
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
  drop(dragged: { readonly row: number } | { readonly command: string }, place: Place): void;
  /** Compares the program's own setup with others; null: with what is nearest. */
  compareWith(sides: readonly Side[] | null): void;
  /** Shows the program as it goes under another setup, which must be possible. */
  tryOut(side: Side, program: Program): void;
  /** Opens something else in the place of the document, and closes the dialog. */
  open(opening: Opening): void;
  /** The explorer has taken what a link asks; `wrong` is why it cannot be asked. */
  tookQuestion(wrong: string | null): void;
  /** Puts a text on the clipboard; `address` is the page's own, without a fragment. False: it was not taken. */
  copy(write: (address: string) => string, what: string): Promise<boolean>;
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
  const drafts = draftsOf(services);
  const preferences = readPreferences(local);
  const { fragment, tag } = (address.reloaded() && lastEntry(tab)) || {
    fragment: address.fragment(),
    tag: address.tag(),
  };
  const remembered = tag === undefined ? drafts.lastOfTab() : tag;
  const started = start({ fragment, remembered, drafts, preferences });
  const store = createStore<AppState>(() => (host ? asEmbedded(started.state, host) : started.state));
  const scheduler = createScheduler(clock);
  const deferred = createDeferredStore(store, scheduler);
  const keyboard = keyboardOf(commands);
  const change = (derive: (state: AppState) => Partial<AppState>) => store.setState(derive);

  const autosave = startAutosave(store, { drafts, scheduler, newId, presence, shelved: started.shelved });
  const documents = documentsOf(store, { drafts, autosave, newId, presence });
  const bar = startAddressBar(store, {
    address,
    scheduler,
    tab,
    tagOf: ({ opened: number }) => autosave.idOf(number),
    onChange: arrive,
  });
  const ends = [
    deferred.close,
    startPlayer(store, clock),
    startRunner(store, scheduler),
    store.subscribe((state, before) => {
      if (!samePreferences(state, before)) writePreferences(local, state);
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
    host ? startHost(store, host) : () => undefined,
    newer.onReady(() => change((state) => withNotice(state, newerReady))),
  ];

  /** Back, Forward or an address that was typed: the saved document if it is the one that the link shows. */
  function arrive(fragment: string, tag: string | null): void {
    autosave.flush();
    const link = openLink(fragment);
    if (!link.ok) {
      bar.flush();
      change((state) => withNotice(state, brokenLink(link.error, fragment)));
      return;
    }
    const { shelved } = tag === null ? { shelved: null } : drafts.load(tag);
    bar.arriving();
    if (shelved && isOf(shelved, link.value)) {
      autosave.expect(shelved);
      change((state) => {
        const content = contentOfSaved(shelved.saved, state);
        return { ...opened(state, { ...content, ...placeOf(content.trace, link.value) }), ...asking(link.value) };
      });
    } else change((state) => ({ ...opened(state, contentOf(link.value, state)), ...asking(link.value) }));
    for (const remark of linkRemarks(link.value)) change((state) => withNotice(state, remark));
  }

  async function copy({ what, text, error }: CopiedText): Promise<boolean> {
    // The same thing copied twice is said twice.
    store.setState({ said: '' });
    let written: string;
    try {
      if (error !== undefined) throw new Error(error);
      written = typeof text === 'string' ? text : await text;
    } catch (reason) {
      change((state) => withNotice(state, notMade(what, reason instanceof Error ? reason.message : String(reason))));
      return false;
    }
    try {
      await clipboard.write(written);
      store.setState({ said: `copied: ${what}` });
      return true;
    } catch (reason) {
      change((state) => withNotice(state, notCopied(what, String(reason), written)));
      return false;
    }
  }

  const paste = (text: string): boolean => {
    const { embedded, presenting } = store.getState();
    if (embedded || presenting !== null) return false;
    const result = pasted(store.getState(), text);
    if (result) store.setState(result);
    return result !== null;
  };
  const pasteRows = (text: string) => change((state) => pastedRows(state, text));

  async function pasteClipboard(): Promise<void> {
    try {
      const text = await clipboard.read();
      if (text.trim() === '') store.setState({ said: 'the clipboard has no text' });
      else if (!paste(text)) pasteRows(text);
    } catch (reason) {
      change((state) => withNotice(state, notPasted(reason instanceof Error ? reason.message : String(reason))));
    }
  }

  const perform = (id: string, args?: Args) => {
    const command = commands.get(id);
    const state = store.getState();
    const possible = command.when(state, args);
    if (possible !== true) {
      const times = (state.refused?.times ?? 0) + 1;
      store.setState({ said: possible, refused: { why: possible, times } });
      return;
    }
    const copied = command.copy?.(state, address.base, args);
    store.setState(command.run(state, args));
    if (copied) void copy(copied);
    if (command.pastes) void pasteClipboard();
    const wanted = command.opens?.(state, args);
    if (wanted !== undefined) documents.open(wanted);
  };

  return {
    store,
    deferred,
    scheduler,
    address: address.base,
    documents,
    perform,
    runEntry({ id, command, args }) {
      change(({ recent }) => ({ dialog: null, recent: usedNow(recent, id) }));
      perform(command, args);
    },
    bind: (keys) => store.setState({ keys }),
    press(key) {
      const command = keyboard.commandFor(key, store.getState());
      if (!command) return false;
      // Escape means many things to a browser: it is taken only where there is something to leave.
      if (command.id === 'leave' && command.when(store.getState()) !== true) return false;
      perform(command.id);
      return true;
    },
    type: (text, offset, anew) => change((state) => typed(state, text, clock.now(), { offset, anew })),
    paste,
    pasteRows,
    choose: (setup) => change((state) => chosen(state, setup)),
    show: (architecture, shown) => change((state) => withShown(state, architecture, shown)),
    lookAt: (architecture) => change((state) => lookedAt(state, architecture)),
    showFinding: (architecture) => change((state) => lookedAtFinding(state, architecture)),
    drop(dragged, place) {
      if ('row' in dragged) change((state) => moved(state, dragged.row, place));
      else if ('behind' in place) perform(dragged.command, { row: place.behind });
      else {
        const inside = insideOf(store.getState(), place.statement);
        if (inside) perform(dragged.command, { inside });
      }
    },
    compareWith: (sides) => store.setState({ compared: sides }),
    tryOut: (side, program) => change((state) => triedOut(state, side, program)),
    open: (opening) => change((state) => ({ ...opened(state, contentOf(opening, state)), dialog: null })),
    tookQuestion: (wrong) =>
      change((state) => ({
        question: null,
        ...(wrong !== null && withNotice(state, notAsked(wrong, state.question ?? ''))),
      })),
    copy: (write, what) => copy({ text: write(address.base), what }),
    openScenario: (id) => perform('open-scenario', { choice: id }),
    goTo: (slot, moment = null) =>
      change((state) => ({ ...stepped(state, settled(state.trace, { slot, moment })), playing: false })),
    selectTo: (row) => change((state) => reachingTo(state, row)),
    selectMarked: (first, last) =>
      change((state) => ({ ...selectedRows(state, { anchor: first, head: last, open: false }), said: state.said })),
    placeCaret: (row) =>
      change((state) => {
        const slot = state.trace.slotOf(row);
        const caret = Math.max(0, Math.min(row, state.trace.rows.length));
        return slot < 0 && row > 0
          ? { caret, selection: null }
          : { ...stepped(state, { slot, moment: null }), caret, playing: false };
      }),
    endIntroduction: () => store.setState({ introduced: true }),
    putAway(id) {
      if (store.getState().notices.some((notice) => notice.id === id && notice.action?.kind === 'open'))
        drafts.decline();
      change((state) => withoutNotice(state, id));
    },
    follow(id) {
      const action = store.getState().notices.find((notice) => notice.id === id)?.action;
      if (!action) return;
      change((state) => withoutNotice(state, id));
      const kept = autosave.flush();
      if (action.kind === 'use-newer') {
        bar.flush();
        if (kept || action.anyway) newer.load();
        else change((state) => withNotice(state, newerNotLoaded));
        return;
      }
      if (action.kind === 'bring-back') documents.bringBack(action.document);
      else documents.open(action.document);
    },
    tellHeight: (height) => host?.post({ type: 'size', height }),
    close() {
      autosave.close();
      bar.flush();
      bar.close();
      for (const end of ends) end();
      scheduler.close();
    },
  };
}
