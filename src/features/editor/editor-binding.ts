import { Annotation, ChangeSet, type EditorState, type SelectionRange, type Text } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import type { App } from '../../app/app.ts';
import { readPasted } from '../../app/command/paste-text.ts';
import { selectSourceLines } from '../../app/document/source-lines.ts';
import type { AppState } from '../../app/state/state.ts';
import { commonEndsOfTexts } from '../../lib/common-ends.ts';
import { createEditorState } from './editor-state.ts';
import { createViewSync } from './view-sync.ts';

/** What is selected in the plain field that the editor replaces, as offsets; the end is not in it. */
export interface FieldSelection {
  readonly from: number;
  readonly to: number;
}

/** From so many characters on, each thing that is done with a text gets a task of its own. */
const LONG_TEXT = 8192;

/** Marks changes that come from the store. */
const fromStore = Annotation.define<true>();
/** Marks the insertion of a pasted text that may be a table or a link and has not been read yet. */
const unreadPaste = Annotation.define<string>();

/**
 * Connects a CodeMirror view to the store, in both directions. The binding keeps the last version of the text that both sides
 * have had, and the person's changes since. If the store's text differs from that version, the store is ahead: its change is
 * rebased over the person's, as in collaborative editing. Changes of a short text are dispatched at once, those of a long one
 * in the next task, or earlier when the store asks for them (`AppStore.attachInput`). Returns what ends the connection.
 */
export function bindEditor(parent: HTMLElement, app: App, selection: FieldSelection | null): () => void {
  const { store, scheduler } = app;
  const textOf = ({ document }: AppState) => document.text;

  const view = new EditorView({ parent, state: createEditorState(textOf(store.getState()), listeners()) });
  const lineNumbers = view.dom.querySelector('.cm-lineNumbers');
  lineNumbers?.setAttribute('title', 'line numbers of the text; events are numbered on the timeline');
  /** The last version that both sides have had: the store's text and the editor's document. */
  let synced = { text: textOf(store.getState()), doc: view.state.doc };
  /** The person's changes to `synced.doc`, which the store has not received yet. */
  let unsent = ChangeSet.empty(synced.doc.length);
  /** A long pasted text that has not been read yet, the document just after its insertion, and the person's changes since. */
  let paste: { readonly text: string; readonly isRead: boolean; readonly doc: Text; readonly later: ChangeSet } | null =
    null;
  const show = createViewSync(view);

  /** Turns `doc` into the store's text and keeps the changes that the person has made to it `later`. */
  const rebaseOn = (doc: Text, later: ChangeSet) => {
    const text = textOf(store.getState());
    const changes = changesTo(doc, text);
    // If both sides insert at the same offset, the person's text comes first: it continues the text before it.
    view.dispatch({ changes: changes.map(later), annotations: fromStore.of(true) });
    unsent = later.map(changes, true);
    synced = { text, doc: unsent.empty ? view.state.doc : changes.apply(doc) };
  };

  const pull = () => {
    if (textOf(store.getState()) !== synced.text) rebaseOn(synced.doc, unsent);
  };

  const push = () => {
    if (unsent.empty) return;
    const { doc, selection: place } = view.state;
    const replacesAll = isReplacedBy(synced.doc, unsent);
    const text = doc.toString();
    unsent = ChangeSet.empty(doc.length);
    synced = { text, doc };
    app.editText(text, place.main.head, replacesAll);
  };

  /** Has the application read a pasted text; if it is a table or a link, the program replaces it. */
  const readPaste = () => {
    if (!paste) return;
    const { text, doc, later } = paste;
    const before = { synced, unsent };
    paste = null;
    // The pasted text must not be pushed as ordinary text while it is being read.
    synced = { text: textOf(store.getState()), doc: view.state.doc };
    unsent = ChangeSet.empty(view.state.doc.length);
    if (app.paste(text)) rebaseOn(doc, later);
    else ({ synced, unsent } = before);
  };

  /** Brings both sides up to date at once. */
  const flush = () => {
    readPaste();
    pull();
    push();
  };

  /** Does the same with one step in each task. */
  const exchange = scheduler.defer(() => {
    if (paste && !paste.isRead) {
      readPasted(paste.text);
      paste = { ...paste, isRead: true };
    } else if (paste) readPaste();
    else if (!unsent.empty) {
      pull();
      push();
    } else {
      pull();
      show(store.getState());
      return;
    }
    exchange.request();
  });

  function listeners() {
    return [
      EditorView.updateListener.of(onUpdate),
      EditorView.domEventHandlers({
        paste(event) {
          const text = event.clipboardData?.getData('text/plain') ?? '';
          const isLong = text.length >= LONG_TEXT;
          if (isLong) {
            flush();
            view.dispatch(insertion(view.state, text));
          }
          const isTaken = isLong || app.paste(text);
          if (isTaken) event.preventDefault();
          return isTaken;
        },
        // Text and timeline share one history, which the browser's own must not bypass.
        beforeinput(event) {
          if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
          event.preventDefault();
          app.perform(event.inputType === 'historyUndo' ? 'undo' : 'redo');
          return true;
        },
      }),
    ];
  }

  function onUpdate({ transactions, changes, docChanged, selectionSet, startState, state }: ViewUpdate) {
    if (transactions.some((transaction) => transaction.annotation(fromStore))) return;
    if (docChanged) {
      unsent = unsent.compose(changes);
      if (paste) paste = { ...paste, later: paste.later.compose(changes) };
      const text = transactions
        .map((transaction) => transaction.annotation(unreadPaste))
        .find((one) => one !== undefined);
      if (text !== undefined) paste = { text, isRead: false, doc: state.doc, later: ChangeSet.empty(state.doc.length) };
      if (Math.max(startState.doc.length, state.doc.length) >= LONG_TEXT) exchange.request();
      else flush();
    } else if (selectionSet && transactions.some((transaction) => transaction.isUserEvent('select'))) {
      flush();
      selectInProgram(app, view.state.selection.main);
    }
  }

  if (selection) {
    const clamp = (offset: number) => Math.min(offset, view.state.doc.length);
    view.dispatch({ selection: { anchor: clamp(selection.from), head: clamp(selection.to) } });
    view.focus();
  }
  const detach = store.attachInput(flush);
  const unsubscribe = store.subscribe(exchange.request);
  exchange.request();
  return () => {
    flush();
    detach();
    unsubscribe();
    exchange.cancel();
    view.destroy();
  };
}

/** The smallest change that turns a document into a text, so that caret and scroll position stay where they are. */
function changesTo(doc: Text, text: string): ChangeSet {
  const old = doc.toString();
  const { prefix, suffix } = commonEndsOfTexts(old, text);
  const change = { from: prefix, to: old.length - suffix, insert: text.slice(prefix, text.length - suffix) };
  return ChangeSet.of(old === text ? [] : change, old.length);
}

/** Whether changes leave nothing of what stood there. */
function isReplacedBy({ length }: Text, changes: ChangeSet): boolean {
  let isAll = false;
  changes.iterChangedRanges((from, to) => {
    isAll ||= length > 0 && from === 0 && to === length;
  });
  return isAll;
}

/** The change that CodeMirror itself would make of pasted text. */
const insertion = (state: EditorState, text: string) => ({
  ...state.replaceSelection(text),
  annotations: unreadPaste.of(text),
  userEvent: 'input.paste',
  scrollIntoView: true,
});

/** Selects the rows that are selected in the text, or moves the program's caret to the text's. */
function selectInProgram(app: App, { from, to }: SelectionRange): void {
  const lines = selectSourceLines(app.store.getState());
  const rows = from < to ? lines?.rowsIn({ start: from, end: to }) : null;
  if (rows) app.selectRows(rows.first, rows.last);
  else if (lines) app.placeCaret(lines.rowAt(to));
}
