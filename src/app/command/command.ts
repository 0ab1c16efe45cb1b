import type { Entry } from '../../lib/registry.ts';
import type { Args, CommandChoice } from '../state/command-arguments.ts';
import type { LinkBase } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import type { Transaction } from '../state/transaction.ts';

/** Something that a person can do, by a key, a button or its name. One file each in `commands/`. */
export interface Command extends Entry {
  /** What a button, a menu and the list of keys call it. */
  readonly title: string;
  readonly group: Group;
  /** Keys in the form of `keyName()`: `ArrowRight`, `.`, `Ctrl+z`, `Shift+y`, `Space`. */
  readonly keys: readonly string[];
  /** Keys that mean it, too, where the focus is in the timeline, which runs from left to right, and no other command has them. */
  readonly timelineKeys?: readonly string[];
  /** Its keys work only in this mode, and there before others that have the same. */
  readonly only?: Mode;
  /** Its keys with Ctrl work while a text is being edited, too. */
  readonly inText?: true;
  /** Its keys work while a dialog is open, too: it closes that one or puts another in its place. */
  readonly overDialog?: true;
  /** Its keys stay what they are: a way out that nobody can lose. */
  readonly fixed?: true;
  /** Does nothing by itself: one of the choices has to be named. */
  readonly needsChoice?: true;
  /** What it can be done with; each is an entry of its own in the command palette, behind the command's title. */
  choices?(state: AppState): readonly CommandChoice[];
  /** True, or why it cannot be done now: lower case, shown beside the control that is switched off. */
  when(state: AppState, args?: Args): true | string;
  /** What changes. Called only if `when` is true. */
  run(state: AppState, args?: Args): Transaction;
  /**
   * A text that goes to the clipboard, and what it is called when that is said; taken before `run` changes anything. A
   * promise where the writer is fetched first. Links in it begin with `address`.
   */
  copy?(state: AppState, address: LinkBase, args?: Args): CopiedText | null;
  /** Takes in what is on the clipboard. */
  readonly pastes?: true;
  /** The id of a kept document that is then opened. */
  opens?(state: AppState, args?: Args): string;
}

/** A text for the clipboard and its name in messages, or why there is none. `remark` is said of it when it was copied. */
export type CopiedText = { readonly what: string; readonly remark?: string | undefined } & (
  | { readonly text: string | Promise<string>; readonly error?: undefined }
  | { readonly text?: undefined; readonly error: string }
);

/** Ways to use the page in which keys mean something else: letters add events; a clicker steps through a presentation. */
export type Mode = 'insert' | 'presentation';

export const GROUPS = ['step', 'add', 'edit', 'show', 'share', 'page'] as const;
export type Group = (typeof GROUPS)[number];
