import { withoutNotice } from '../state/notice.ts';
import type { AppState, Cursor, Document, HistoryEntry } from '../state/state.ts';
import { runsOf } from './document.ts';

/** What an edit leaves behind. */
interface Edit {
  /** For "Undo: insert pause at 4". */
  readonly name: string;
  readonly document: Document;
  readonly caret: number;
  /** Kept, within the new run, where none is given. */
  readonly cursor?: Cursor;
}

/** The state after an edit; what was before can be had back. */
export function commit(state: AppState, edit: Edit): Partial<AppState> {
  return {
    ...replaced(state, edit),
    past: bounded([...state.past, entryOf(state, edit.name)]),
    future: [],
    said: edit.name,
    // Who goes on with this one does not want that draft; the list of documents has it.
    ...withoutNotice(state, 'draft'),
  };
}

/** Joins an edit to the entry before it: the keys of one burst of typing are one. */
export function amend(state: AppState, edit: Omit<Edit, 'name'>): Partial<AppState> {
  return { ...replaced(state, edit), future: [] };
}

export function undo(state: AppState): Partial<AppState> {
  const entry = state.past.at(-1);
  if (!entry) return {};
  return {
    ...replaced(state, entry),
    past: state.past.slice(0, -1),
    future: [entryOf(state, entry.name), ...state.future],
    said: `undone: ${entry.name}`,
  };
}

export function redo(state: AppState): Partial<AppState> {
  const [entry, ...future] = state.future;
  if (!entry) return {};
  return {
    ...replaced(state, entry),
    past: [...state.past, entryOf(state, entry.name)],
    future,
    said: `done again: ${entry.name}`,
  };
}

const entryOf = ({ document, cursor, caret }: AppState, name: string): HistoryEntry => ({
  name,
  document,
  cursor,
  caret,
});

function replaced(state: AppState, { document, caret, cursor = state.cursor }: Omit<Edit, 'name'>): Partial<AppState> {
  const runs = runsOf(state, document);
  const { trace } = runs;
  return {
    document,
    ...runs,
    cursor: cursor.slot < 0 || trace.reaches(cursor.slot) ? cursor : { slot: trace.length - 1, moment: null },
    caret: Math.min(caret, trace.rows.length),
    selection: null,
    playing: false,
    typedAt: null,
  };
}

/** Entries that are kept: the newest, so many and of so many characters in all. */
const MOST_ENTRIES = 200;
const MOST_TEXT = 16_000_000;

function bounded(past: readonly HistoryEntry[]): readonly HistoryEntry[] {
  let room = MOST_TEXT;
  const from = past.findLastIndex((entry, i) => {
    room -= entry.document.text.length;
    return i < past.length - 1 && (past.length - i > MOST_ENTRIES || room < 0);
  });
  return from < 0 ? past : past.slice(from + 1);
}
