import type { Entry } from '../../lib/registry.ts';
import type { Args, CommandChoice } from '../state/command-arguments.ts';
import type { LinkBase } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import type { Transaction } from '../state/transaction.ts';

/** An action that a person runs by a key, a button or its name. One file each in `commands/`. */
export interface Command extends Entry {
  /** Name in buttons, menus and the list of keys. */
  readonly title: string;
  readonly group: Group;
  /** Keys in the form of `keyName()`: `ArrowRight`, `.`, `Ctrl+z`, `Shift+y`, `Space`. */
  readonly keys: readonly string[];
  /** Further keys while the focus is in the timeline, if no other command has them. */
  readonly timelineKeys?: readonly string[];
  /** Its keys work only in this mode, where they take precedence over others. */
  readonly only?: Mode;
  /** Its keys with Ctrl work in an edited text, too. */
  readonly inText?: true;
  /** Its keys work behind an open dialog, which it closes or replaces. */
  readonly overDialog?: true;
  /** Its keys cannot be reassigned, so that there is always a way out. */
  readonly fixed?: true;
  /** Needs one of its choices as an argument. */
  readonly needsChoice?: true;
  /** Its choices; each is an entry of the command palette after the command's title. */
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
  /** Pastes the text of the clipboard. */
  readonly pastes?: true;
  /** The id of a stored document to open afterwards. */
  opens?(state: AppState, args?: Args): string;
}

/** A text for the clipboard and its name in messages, or why there is none. `remark` is said of it when it was copied. */
export type CopiedText = { readonly what: string; readonly remark?: string | undefined } & (
  | { readonly text: string | Promise<string>; readonly error?: undefined }
  | { readonly text?: undefined; readonly error: string }
);

/** Modes in which keys run other commands: letters insert events, a clicker steps through a presentation. */
export type Mode = 'insert' | 'presentation';

export const GROUPS = ['step', 'add', 'edit', 'show', 'share', 'page'] as const;
export type Group = (typeof GROUPS)[number];
