import type { PaletteEntry } from '../command/palette.ts';
import { commands } from '../commands/index.ts';
import type { KeyPress } from '../keyboard/key.ts';
import { createKeyboard } from '../keyboard/keyboard.ts';
import type { Args } from '../state/command-arguments.ts';
import { addRecent } from '../state/recent.ts';
import type { LinkBase } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import { type AppStore, flushingInput } from '../state/store.ts';
import { changeView, reject } from '../state/transaction.ts';
import type { Documents } from '../storage/documents.ts';
import type { ClipboardActions } from './clipboard-actions.ts';

/** Runs commands: by id, from the palette, or by key. */
export interface CommandActions {
  /** Runs a command; where it cannot be done, announces why. */
  perform(id: string, args?: Args): void;
  /** Runs an entry of the command palette, and closes the palette. */
  runEntry(entry: Pick<PaletteEntry, 'id' | 'command' | 'args'>): void;
  /** Opens a scenario by its id, as a document of its own. */
  openScenario(id: string): void;
  /** Replaces the user's own keys of commands. */
  setKeys(keys: AppState['keys']): void;
  /** Runs the command of a key; false where the key is left to the page. */
  pressKey(key: KeyPress): boolean;
}

interface Options {
  readonly clipboard: Pick<ClipboardActions, 'copy' | 'pasteClipboard'>;
  readonly documents: Documents;
  /** What links begin with. */
  readonly address: LinkBase;
}

export function createCommandActions(store: AppStore, { clipboard, documents, address }: Options): CommandActions {
  const { dispatch, getState } = flushingInput(store);
  const keyboard = createKeyboard(commands);

  const perform = (id: string, args?: Args) => {
    store.flushInput();
    const command = commands.get(id);
    const state = getState();
    const possible = command.when(state, args);
    if (possible !== true) {
      dispatch(reject(possible));
      return;
    }
    const copied = command.copy?.(state, address, args);
    dispatch(command.run(state, args));
    if (copied) void clipboard.copy(copied);
    if (command.pastes) void clipboard.pasteClipboard();
    const document = command.opens?.(state, args);
    if (document !== undefined) documents.open(document);
  };

  return {
    perform,
    runEntry({ id, command, args }) {
      dispatch(({ recent }) => changeView({ dialog: null, recent: addRecent(recent, id) }));
      perform(command, args);
    },
    openScenario: (id) => perform('open-scenario', { choice: id }),
    setKeys: (keys) => dispatch(changeView({ keys })),
    pressKey(key) {
      const command = keyboard.commandFor(key, getState());
      if (!command) return false;
      // Escape means many things to a browser: it is taken only where there is something to leave.
      if (command.id === 'leave' && command.when(getState()) !== true) return false;
      perform(command.id);
      return true;
    },
  };
}
