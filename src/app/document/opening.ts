import type { Trace } from '../../engine/run/run.ts';
import { settled } from '../navigation/cursor-moves.ts';
import type { AppState, Cursor, Document, Preferences } from '../state/state.ts';
import type { Saved } from '../storage/saved.ts';
import { type Runs, runsOf } from './document.ts';
import { broughtBy, broughtInWords } from './setup-change.ts';

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
    cursor: settled(trace, cursor),
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
  return { cursor: settled(trace, cursor), caret: Math.min(row, trace.rows.length) };
}

/** The explorer with what a link asks, where it asks. */
export const asking = ({ question }: Pick<Opening, 'question'>): Partial<Pick<AppState, 'dialog' | 'question'>> =>
  question === undefined ? {} : { dialog: 'explore', question };

/** A page that has just opened a document and done nothing yet. */
export function initialState(content: Content, preferences: Preferences): AppState {
  return {
    ...content,
    ...preferences,
    opened: 0,
    brought: null,
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
    said: '',
    refused: null,
  };
}

/** Another document in the place of the one that is open. */
export function opened(state: AppState, content: Content): Partial<AppState> {
  const brought = broughtBy(state.document.setup, content.document.setup);
  return {
    ...content,
    opened: state.opened + 1,
    brought,
    selection: null,
    typedAt: null,
    playing: false,
    inserting: false,
    said: `opened: ${content.document.title ?? 'a program'}${broughtInWords(brought)}`,
  };
}
