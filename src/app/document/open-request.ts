import { cursorAt, isFar, rowCursor } from '../state/cursor.ts';
import { linkRemarks } from '../state/messages.ts';
import { type Runs, runsOf } from '../state/runs.ts';
import { describeSetupChange, setupChangeBetween } from '../state/setup-change.ts';
import type { AppState, Document, PlayheadTarget, Preferences } from '../state/state.ts';
import type { StoredDocument } from '../state/stored-document.ts';
import { announce, changeView, combine, NO_CHANGE, notify, type Transaction } from '../state/transaction.ts';

/** A document to open and the place in it. */
export interface OpenRequest {
  readonly document: Document;
  /** Row of the program, from 1; 0 is before the first. A row that the run does not reach opens before the first, too. */
  readonly row: number;
  /** Position among the row's moments, from 0; null is after the whole row. */
  readonly moment: number | null;
  /** The stored document that is continued, with its history. */
  readonly stored?: StoredDocument;
  /** The place where the stored document was left; it is used instead of `row` and `moment`. */
  readonly place?: Place;
  /** What of the link is not shown, as a sentence. */
  readonly remark?: string;
  /** What the link asks the explorer. */
  readonly query?: string;
}

type Place = Pick<AppState, 'cursor' | 'caret'>;

/** A document with its runs, a place in it, and its history. */
export type DocumentContent = Pick<
  AppState,
  'document' | keyof Runs | 'cursor' | 'destination' | 'arrival' | 'caret' | 'past' | 'future'
>;

/** Runs the requested document and finds the place in it, as far as the run goes there. */
export function resolveRequest(request: OpenRequest): DocumentContent {
  const { document, row, stored, place } = request;
  const runs = runsOf(null, document);
  const { trace } = runs;
  const { past, future } = stored?.snapshot ?? NO_HISTORY;
  const target = targetOf(request);
  const destination = isFar(trace, target) ? target : null;
  const start = rowCursor(-1);
  const cursor = destination ? start : cursorAt(trace, start, target);
  return {
    ...{ document, ...runs, past, future, cursor, destination },
    arrival: stored ? null : cursor,
    caret: Math.min(place?.caret ?? row, trace.rows.length),
  };
}

/** The place at which a document is opened. */
const targetOf = ({ row, moment, stored, place }: OpenRequest): PlayheadTarget =>
  place?.cursor ?? { row, moment, ifMissing: 'start', ...(!stored && { isArrival: true }) };

/** Moves the playhead to the place at which the program was opened, when the run is complete. */
export const arrive = ({ destination, caret, selection }: AppState): Transaction =>
  destination ? { playhead: destination, caret, selection } : NO_CHANGE;

const NO_HISTORY = { past: [], future: [] };

/** Opens the explorer with the query of a link, if it has one; an embedded page has no explorer. */
export const showLinkedQuery = ({ embedded }: Pick<AppState, 'embedded'>, { query }: OpenRequest): Transaction =>
  query === undefined || embedded ? NO_CHANGE : changeView({ dialog: 'explore', linkedQuery: query });

/** The state of a page that has just opened a document. */
export function createInitialState(request: OpenRequest, preferences: Preferences): AppState {
  const { query = null } = request;
  return {
    ...resolveRequest(request),
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
    dialog: query === null ? null : 'explore',
    linkedQuery: query,
    compared: null,
    documents: [],
    notices: linkRemarks(request),
    announcement: null,
    rejections: 0,
  };
}

/** Replaces the open document by another one. */
export function replaceDocument(state: AppState, request: OpenRequest): Transaction {
  const { document, row, stored, place } = request;
  const { past, future } = stored?.snapshot ?? NO_HISTORY;
  const change = setupChangeBetween(state.document.setup, document.setup);
  return combine(
    { document: { history: 'replace', content: document, past, future } },
    { playhead: targetOf(request), caret: place?.caret ?? row },
    announce('opened', `Opened ${document.title ?? 'a program'}${describeSetupChange(change)}`),
    notify(...linkRemarks(request)),
    showLinkedQuery(state, request),
  );
}
