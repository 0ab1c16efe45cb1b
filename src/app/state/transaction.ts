import { assert } from '../../lib/assert.ts';
import type { Announcement, AppState, Document, HistoryEntry, Notice, PlayheadTarget, Selection } from './state.ts';

/**
 * A change of the application's state, as a plain value. A field that is left out changes nothing. Commands and gestures
 * build transactions, `combine` joins them, and `applyTransaction` derives everything that follows from them.
 */
export interface Transaction {
  /** What becomes of the document, and of its undo history. Playing stops. */
  readonly document?: DocumentChange;
  /** Where the playhead goes. */
  readonly playhead?: PlayheadTarget;
  /** The row after which new events go. Without it, the caret follows `playhead`. */
  readonly caret?: number;
  /** The selected rows. Without it, a change of the document or of the playhead clears the selection. */
  readonly selection?: Selection | null;
  /** When a burst of typing had its latest key, in ms. Without it, a change of the document or of the playhead ends the burst. */
  readonly typedAt?: number | null;
  /** What a screen reader says; null empties the live region. */
  readonly announcement?: Announcement | null;
  /** Notices that appear or disappear, in this order. */
  readonly notices?: readonly NoticeChange[];
  /** Everything else that can change without further consequences. */
  readonly view?: Partial<ViewState>;
}

export type DocumentChange =
  /** An edit that undo takes back as one entry with this label, for example `add pause at row 4`. */
  | { readonly history: 'push'; readonly label: string; readonly content: Document }
  /** An edit that belongs to the latest entry, such as the next key of a burst of typing. */
  | { readonly history: 'amend'; readonly content: Document }
  /** Restores the document, the playhead and the caret of the nearest entry. */
  | { readonly history: 'undo' | 'redo' }
  /** Opens another document, with its own history. */
  | {
      readonly history: 'replace';
      readonly content: Document;
      readonly past: readonly HistoryEntry[];
      readonly future: readonly HistoryEntry[];
    };

/** A notice to show, in place of an older one with its id, or the id of one to dismiss. */
export type NoticeChange = Notice | { readonly dismiss: string };

export type ViewState = Pick<
  AppState,
  | 'running'
  | 'playing'
  | 'zoom'
  | 'inserting'
  | 'muted'
  | 'presenting'
  | 'dialog'
  | 'linkedQuery'
  | 'compared'
  | 'theme'
  | 'letterKeys'
  | 'keys'
  | 'speed'
  | 'introduced'
  | 'recent'
  | 'documents'
>;

/** Changes nothing. */
export const NO_CHANGE: Transaction = {};

/**
 * Joins transactions into one. Where two change the same thing, the later one counts; notices and view changes add up. At
 * most one may change the document.
 */
export function combine(...transactions: readonly Transaction[]): Transaction {
  let all = NO_CHANGE;
  for (const next of transactions) {
    assert(!all.document || !next.document, 'two transactions change the document');
    const notices = [...(all.notices ?? []), ...(next.notices ?? [])];
    const view = { ...all.view, ...next.view };
    all = {
      ...all,
      ...next,
      ...(notices.length > 0 && { notices }),
      ...(Object.keys(view).length > 0 && { view }),
    };
  }
  return all;
}

export const announce = (kind: Announcement['kind'], text: string): Transaction => ({ announcement: { kind, text } });

/** Says why a request could not be carried out. */
export const reject = (reason: string): Transaction => announce('rejected', reason);

export const notify = (...notices: readonly NoticeChange[]): Transaction => ({ notices });

export const changeView = (view: Partial<ViewState>): Transaction => ({ view });
