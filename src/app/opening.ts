import { traceOf } from './document.ts';
import type { AppState, Cursor, Document, HistoryEntry } from './state.ts';
import { settled } from './steps.ts';

/** A document and where it is opened. */
export interface Opening {
  readonly document: Document;
  /** Row of the program, from 1; 0 is before the first. What the run does not come to opens before the first, too. */
  readonly row: number;
  /** Position among the row's moments, from 0; null is after the whole row. */
  readonly moment: number | null;
}

/** The state of a page that has just opened a document and done nothing yet. */
export function initialState(
  opening: Opening,
  { theme, letterKeys }: Pick<AppState, 'theme' | 'letterKeys'>,
): AppState {
  return {
    ...placed(opening, null),
    opened: 0,
    past: [],
    future: [],
    typedAt: null,
    playing: false,
    inserting: false,
    dialog: null,
    theme,
    letterKeys,
    notices: [],
    said: '',
  };
}

/** Another document in the place of the one that is open; its own history comes with it, where it has one. */
export function opened(
  state: AppState,
  opening: Opening,
  history: { readonly past: readonly HistoryEntry[]; readonly future: readonly HistoryEntry[] } = NO_HISTORY,
): Partial<AppState> {
  return {
    ...placed(opening, state.trace),
    ...history,
    opened: state.opened + 1,
    typedAt: null,
    playing: false,
    inserting: false,
    said: `opened: ${opening.document.title ?? 'a program'}`,
  };
}

const NO_HISTORY = { past: [], future: [] };

function placed({ document, row, moment }: Opening, old: AppState['trace'] | null) {
  const trace = traceOf(old, document);
  const slot = row === 0 ? -1 : trace.slotOf(row);
  const cursor: Cursor = { slot, moment: slot < 0 ? null : moment };
  return { document, trace, cursor: settled(trace, cursor), caret: Math.min(row, trace.rows.length) };
}
