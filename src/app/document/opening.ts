import type { Trace } from '../../engine/run/run.ts';
import { clampCursor } from '../state/cursor.ts';
import { type Runs, runsOf } from '../state/runs.ts';
import { describeSetupChange, setupChangeBetween } from '../state/setup-change.ts';
import type { AppState, Cursor, Document, Preferences } from '../state/state.ts';
import { announce, type Transaction } from '../state/transaction.ts';
import type { Saved } from '../storage/saved.ts';

/** A document and where it is opened. */
export interface Opening {
  readonly document: Document;
  /** Row of the program, from 1; 0 is before the first. What the run does not come to opens before the first, too. */
  readonly row: number;
  /** Position among the row's moments, from 0; null is after the whole row. */
  readonly moment: number | null;
  /** What of the link is not shown, as a sentence. */
  readonly remark?: string;
  /** What the link asks the explorer. */
  readonly question?: string;
}

/** A document with its run, a place in it, and its history. */
export type Content = Pick<AppState, 'document' | keyof Runs | 'cursor' | 'arrival' | 'caret' | 'past' | 'future'>;

/** What a link or a scenario opens; `old` are runs that may save work. */
export function contentOf(opening: Opening, old: Pick<Runs, 'shown'> | null): Content {
  const runs = runsOf(old, opening.document);
  const place = placeOf(runs.trace, opening);
  return { document: opening.document, ...runs, past: [], future: [], ...place, arrival: place.cursor };
}

/** A saved document as it was left. */
export function contentOfSaved(
  { document, cursor, caret, past, future }: Saved,
  old: Pick<Runs, 'shown'> | null,
): Content {
  const runs = runsOf(old, document);
  const { trace } = runs;
  return {
    ...{ document, ...runs, past, future },
    cursor: clampCursor(trace, cursor),
    arrival: null,
    caret: Math.min(caret, trace.rows.length),
  };
}

/** Where a link opens, as far as the run goes there. */
export function placeOf(
  trace: Trace,
  { row, moment }: Pick<Opening, 'row' | 'moment'>,
): Pick<Content, 'cursor' | 'caret'> {
  const slot = row === 0 ? -1 : trace.slotOf(row);
  const cursor: Cursor = { slot, moment: slot < 0 ? null : moment };
  return { cursor: clampCursor(trace, cursor), caret: Math.min(row, trace.rows.length) };
}

/** The explorer with what a link asks, where it asks. */
export const asking = ({ question }: Pick<Opening, 'question'>): Partial<Pick<AppState, 'dialog' | 'question'>> =>
  question === undefined ? {} : { dialog: 'explore', question };

/** A page that has just opened a document and done nothing yet. */
export function initialState(content: Content, preferences: Preferences): AppState {
  return {
    ...content,
    ...preferences,
    previousTrace: null,
    documentGeneration: 0,
    setupChange: null,
    selection: null,
    typedAt: null,
    playing: false,
    zoom: 'usual',
    inserting: false,
    muted: [],
    presenting: null,
    embedded: false,
    dialog: null,
    question: null,
    compared: null,
    documents: [],
    notices: [],
    announcement: null,
    rejections: 0,
  };
}

/** Opens a link or a scenario in place of the current document. */
export const openDocument = (state: AppState, { document, row, moment }: Opening): Transaction => ({
  ...replaceDocument(state, { document, past: [], future: [] }),
  playhead: { row, moment, ifMissing: 'start', isArrival: true },
  caret: row,
});

/** Opens a saved document as it was left, or at another position. */
export function openSaved(state: AppState, saved: Saved, at?: Pick<Opening, 'row' | 'moment'>): Transaction {
  const position: Transaction = at
    ? { playhead: { row: at.row, moment: at.moment, ifMissing: 'start' }, caret: at.row }
    : { playhead: saved.cursor, caret: saved.caret };
  return { ...replaceDocument(state, saved), ...position };
}

function replaceDocument(state: AppState, { document, past, future }: Omit<Saved, 'cursor' | 'caret'>): Transaction {
  const change = setupChangeBetween(state.document.setup, document.setup);
  return {
    document: { history: 'replace', content: document, past, future },
    ...announce('opened', `opened: ${document.title ?? 'a program'}${describeSetupChange(change)}`),
  };
}
