import { rowIndexOf } from '../../engine/run/row-index.ts';
import type { AppState, Document } from '../state/state.ts';
import { NO_CHANGE, type Transaction } from '../state/transaction.ts';
import { withoutStaleTitle, withText } from './document.ts';
import { commit } from './history.ts';
import { selectSourceLines } from './source-lines.ts';

/** A pause of so many ms ends a burst of typing. */
const BURST_MS = 1500;

const LABEL = 'typing';

interface TextEdit {
  /** Where the person types. Without it the caret stays. */
  readonly offset?: number | undefined;
  /** Nothing is left of the old text. */
  readonly replaceAll?: boolean | undefined;
}

/**
 * Takes over the text as it is typed. Mistakes in it are shown; program and run stay the last valid ones. The caret follows the
 * offset, and the playhead follows the caret once the run has come that far; while the text is wrong, neither moves. A burst
 * of typing is one entry of the history.
 */
export function applyTextEdit(
  state: AppState,
  text: string,
  now: number,
  { offset, replaceAll = text.trim() === '' }: TextEdit = {},
): Transaction {
  if (text === state.document.text) return NO_CHANGE;
  const content = withText(replaceAll ? withoutStaleTitle(state.document) : state.document, text);
  const { typedAt, past } = state;
  const isBurst = typedAt !== null && now - typedAt <= BURST_MS && past.at(-1)?.name === LABEL;
  // Screen readers echo typed letters themselves.
  const { announcement: _, ...entry } = commit(LABEL, content);
  return {
    ...entry,
    ...(isBurst && { document: { history: 'amend', content } }),
    ...(offset !== undefined && positionAt(state, content, offset)),
    typedAt: now,
  };
}

/** Caret and playhead at the row that is typed; nothing where that is the caret's row already, or no row. */
function positionAt({ caret }: AppState, document: Document, offset: number): Transaction {
  const row = selectSourceLines({ document })?.rowAt(offset);
  if (row === undefined || row === Math.min(caret, rowIndexOf(document.program).length)) return NO_CHANGE;
  return { caret: row, playhead: followRow(row) };
}

const followRow = (row: number) => ({ row, moment: null, ifMissing: 'stay', ifPast: true }) as const;

/** Moves the playhead to the caret when a run ends during which the person typed. */
export const followTyping = ({ typedAt, caret }: AppState): Transaction =>
  typedAt === null ? NO_CHANGE : { playhead: followRow(caret), caret, typedAt };
