import type { AppState } from './state.ts';

/** A document as it is saved: with the place in it and what can be undone. */
export type DocumentSnapshot = Pick<AppState, 'document' | 'cursor' | 'caret' | 'past' | 'future'>;

/** A document in storage. */
export interface StoredDocument {
  readonly id: string;
  readonly snapshot: DocumentSnapshot;
  /** The bytes as they were read or written, to detect a later change; null where they must never be deleted. */
  readonly bytes: string | null;
}

/** What a list of stored documents says about one. */
export interface DocumentEntry {
  readonly id: string;
  /** When it was saved, in ms since 1970. */
  readonly at: number;
  readonly title: string;
  /** Revision, architecture and length, in words; empty where an older page did not note them. */
  readonly about: string;
  /** Characters that it takes in storage; 0 where an older page did not note them. */
  readonly size: number;
  /** Whether it is the user's own work: more than an unchanged scenario. */
  readonly own: boolean;
}

/** Bytes that cannot be read as a document any more; they stay in storage. */
export interface DamagedDocument {
  readonly reason: string;
  readonly original: string;
}

/** What loading found; both are null where nothing has the id. */
export interface LoadedDocument {
  readonly stored: StoredDocument | null;
  readonly damaged: DamagedDocument | null;
}
