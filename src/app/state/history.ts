import type { AppState, Cursor, Document, HistoryEntry } from './state.ts';
import type { DocumentChange } from './transaction.ts';

/** What a change of the document leaves, before the run of it is known. */
interface HistoryState {
  readonly document: Document;
  readonly cursor: Cursor;
  readonly caret: number;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

/** Applies a change of the document to the undo history. An undo with nothing to undo changes nothing. */
export function changeHistory(state: AppState, change: DocumentChange): HistoryState {
  const { cursor, caret, past, future } = state;
  switch (change.history) {
    case 'push':
      return {
        document: change.content,
        cursor,
        caret,
        past: bounded([...past, entryOf(state, change.label)]),
        future: [],
      };
    case 'amend':
      return { document: change.content, cursor, caret, past, future: [] };
    case 'replace':
      return { document: change.content, cursor, caret, past: change.past, future: change.future };
    case 'undo': {
      const entry = past.at(-1);
      if (!entry) return state;
      const { name, ...content } = entry;
      return { ...content, past: past.slice(0, -1), future: [entryOf(state, name), ...future] };
    }
    case 'redo': {
      const [entry, ...rest] = future;
      if (!entry) return state;
      const { name, ...content } = entry;
      return { ...content, past: [...past, entryOf(state, name)], future: rest };
    }
  }
}

const entryOf = ({ document, cursor, caret }: AppState, name: string): HistoryEntry => ({
  name,
  document,
  cursor,
  caret,
});

/** Limits of the history: the newest entries are kept, so many, and so many characters of text in all. */
const MAX_ENTRIES = 200;
const MAX_TEXT = 16_000_000;

function bounded(past: readonly HistoryEntry[]): readonly HistoryEntry[] {
  let charactersLeft = MAX_TEXT;
  const from = past.findLastIndex((entry, i) => {
    charactersLeft -= entry.document.text.length;
    return i < past.length - 1 && (past.length - i > MAX_ENTRIES || charactersLeft < 0);
  });
  return from < 0 ? past : past.slice(from + 1);
}
