import type { AppState, ListedDocument, Unreadable } from './state.ts';

/** A document as it is saved: with the place in it and what can be undone. */
export type DocumentSnapshot = Pick<AppState, 'document' | 'cursor' | 'caret' | 'past' | 'future'>;

/** A document in storage. */
export interface StoredDocument {
  readonly id: string;
  readonly snapshot: DocumentSnapshot;
  /**
   * The stored bytes, which a later save may replace as long as they are the same; null where they must stay: this version
   * does not know all of what is stored.
   */
  readonly bytes: string | null;
  /** Whether storage has this very snapshot; otherwise it is only in memory. */
  readonly kept: boolean;
}

/** What a list of stored documents says about one. */
export interface DocumentEntry extends Omit<ListedDocument, 'kept' | 'here' | 'elsewhere'> {
  /** Whether it is the user's own work: more than an unchanged scenario. */
  readonly own: boolean;
}

/** A document that could not be read as it was saved, and what was opened of it. */
export interface DocumentProblem extends Unreadable {
  readonly id: string;
  readonly title: string;
  /** `part`: all but the undo steps, architectures or fields that `reason` names. */
  readonly opened: 'nothing' | 'older' | 'damaged' | 'part';
}

/** What loading found; both are null where nothing has the id. */
export interface LoadedDocument {
  readonly stored: StoredDocument | null;
  readonly problem: DocumentProblem | null;
}

export const NOTHING_LOADED: LoadedDocument = { stored: null, problem: null };
