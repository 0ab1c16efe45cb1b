import type { AppState, Document } from '../state/state.ts';
import { announce, NO_CHANGE, type Transaction } from '../state/transaction.ts';

/** An edit of the document that undo takes back under this label. The label is announced. */
export const commit = (label: string, content: Document): Transaction => ({
  document: { history: 'push', label, content },
  ...announce('edited', label),
  // Whoever edits this document does not want the offered draft; the list of documents still has it.
  notices: [{ dismiss: 'draft' }],
});

export function undo({ past }: AppState): Transaction {
  const entry = past.at(-1);
  return entry ? { document: { history: 'undo' }, ...announce('undone', `Undone: ${entry.name}`) } : NO_CHANGE;
}

export function redo({ future }: AppState): Transaction {
  const [entry] = future;
  return entry ? { document: { history: 'redo' }, ...announce('undone', `Redone: ${entry.name}`) } : NO_CHANGE;
}
