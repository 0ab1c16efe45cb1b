import type { Trace } from '../../engine/run/run.ts';
import { clampCursor, cursorAt, isFar, rowCursor } from './cursor.ts';
import { changeHistory } from './history.ts';
import { runsOf } from './runs.ts';
import { setupChangeBetween } from './setup-change.ts';
import type { AppState, Cursor, Notice, Selection } from './state.ts';
import type { DocumentChange, NoticeChange, Transaction } from './transaction.ts';

/** The only function that derives the next state: the runs, the history, and positions that the new run really has. */
export function applyTransaction(state: AppState, transaction: Transaction): AppState {
  if (Object.keys(transaction).length === 0) return state;
  const { document: change, playhead, selection, announcement, notices, view } = transaction;
  const base = change ? withDocument(state, change) : state;
  const { trace } = base;
  const isRunning = view?.running ?? base.running;
  const hasMoved = change !== undefined || playhead !== undefined;
  const destination = playhead && change?.history === 'replace' && isFar(trace, playhead) ? playhead : null;
  const cursor = playhead && !destination ? cursorAt(trace, base.cursor, playhead) : base.cursor;
  const isArrival = playhead !== undefined && 'isArrival' in playhead;
  const caret = transaction.caret ?? (playhead ? caretAt(trace, cursor) : base.caret);
  return {
    ...base,
    cursor,
    ...(hasMoved && { destination }),
    ...(isArrival && { arrival: cursor }),
    caret: clamp(caret, 0, trace.rows.length),
    ...((hasMoved || selection !== undefined) && { selection: validSelection(trace, selection ?? null) }),
    ...((hasMoved || transaction.typedAt !== undefined) && { typedAt: transaction.typedAt ?? null }),
    ...(change && { playing: false }),
    ...view,
    ...(!isRunning && { previousTrace: null }),
    ...(notices && { notices: notices.reduce(withNoticeChange, base.notices) }),
    ...(announcement !== undefined && { announcement }),
    ...(announcement?.kind === 'rejected' && { rejections: state.rejections + 1 }),
  };
}

/** The state with the changed document and its runs; the playhead and the caret as the history says, within the new run. */
function withDocument(state: AppState, change: DocumentChange): AppState {
  const next = changeHistory(state, change);
  const runs = runsOf(state, next.document);
  if (change.history !== 'replace') {
    const cursor = clampCursor(runs.trace, next.cursor);
    const previousTrace = state.trace.isComplete ? state.trace : state.previousTrace;
    return { ...state, ...next, ...runs, previousTrace, cursor };
  }
  return {
    ...state,
    ...next,
    ...runs,
    previousTrace: null,
    cursor: rowCursor(-1),
    arrival: null,
    documentGeneration: state.documentGeneration + 1,
    setupChange: setupChangeBetween(state.document.setup, next.document.setup),
    inserting: false,
  };
}

const caretAt = (trace: Trace, { slot }: Cursor): number => (slot < 0 ? 0 : trace.rowAt(slot).number);

function validSelection(trace: Trace, selection: Selection | null): Selection | null {
  const rows = trace.rows.length;
  if (!selection || rows === 0) return null;
  return { ...selection, anchor: clamp(selection.anchor, 1, rows), head: clamp(selection.head, 1, rows) };
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

function withNoticeChange(notices: readonly Notice[], change: NoticeChange): readonly Notice[] {
  const id = 'dismiss' in change ? change.dismiss : change.id;
  const others = notices.filter((notice) => notice.id !== id);
  return 'dismiss' in change ? others : [...others, change];
}
