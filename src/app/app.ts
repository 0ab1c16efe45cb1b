import type { StoreApi } from 'zustand/vanilla';
import type { Setup } from '../engine/model.ts';
import type { Args } from './command.ts';
import type { KeyPress } from './key.ts';
import type { AppState } from './state.ts';

/** What the views hold on to: the state, and everything that a person can do to it. */
export interface App {
  readonly store: StoreApi<AppState>;
  /** Does a command by its id; where it cannot be done, says why. */
  perform(id: string, args?: Args): void;
  /** A key; true when a command took it and the page should not. */
  press(key: KeyPress): boolean;
  /** The program's text as it is now being typed. */
  type(text: string): void;
  /** Pasted text. True when it was a table or a link and became the program; false: it is ordinary text. */
  paste(text: string): boolean;
  /** Changes the setup; what cannot be is refused with a notice. */
  choose(change: Partial<Setup>): void;
  /** Opens a scenario by its id, as a document of its own. */
  openScenario(id: string): void;
  /** Goes to a slot of the trace (-1: before the first), or to a moment of it. */
  goTo(slot: number, moment?: number | null): void;
  /** Puts the caret behind a row of the program, and the cursor there if the row happened. */
  placeCaret(row: number): void;
  /** Puts a notice away. */
  putAway(notice: string): void;
  /** Does what a notice offers. */
  follow(notice: string): void;
  /** Saves what is not saved yet and lets go of the page. */
  close(): void;
}
