import { completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { type Diagnostic as Lint, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Annotation, type ChangeSet, EditorState, type Extension, type TransactionSpec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { commonEndsOfTexts } from '../../lib/common-ends.ts';
import type { Diagnostic } from '../../lib/source.ts';
import { deepLines } from './deep-lines.ts';
import { explainWords } from './explain-words.ts';
import { highlightNotation } from './highlight-notation.ts';
import { closingBraces, newLine } from './indent-braces.ts';
import { litLines } from './light-lines.ts';

/** What the editor tells its owner. */
export interface EditorEvents {
  /** What the text is now; `long` where the page has much to do with it. */
  type(typed: Typed, long: boolean): void;
  /** A person put the caret somewhere, or marked a part of the text; offsets, the end is not in it. */
  point(from: number, to: number): void;
  /** True when the text became something else than ordinary text. */
  paste(text: string): boolean;
  undo(): void;
  redo(): void;
  /** Does something in a task of its own. */
  later(step: () => void): void;
}

/** What the editor tells of a change. */
interface Typed {
  text(): string;
  /** Where the person writes. */
  readonly offset: number;
  /** Whether it took the place of all that there was. */
  readonly anew: boolean;
}

/** A text of so many characters is worth a task for each thing that is done with it. */
const LONG = 8192;

/** Marks a change that came from the page and is not reported back to it. */
const fromPage = Annotation.define<boolean>();

/** The editor's state at its start. Tab is not bound, so that the keyboard can leave. */
export function editorState(text: string, label: string, events: EditorEvents): EditorState {
  return EditorState.create({ doc: text, extensions: [FIXED, reporting(events), described(label)] });
}

/** The change that makes the editor's text this one, as small as it can be, so that the caret stays where it was. */
export function replaceText(state: EditorState, text: string): TransactionSpec | null {
  const old = state.doc.toString();
  if (old === text) return null;
  const { prefix, suffix } = commonEndsOfTexts(old, text);
  const changes = { from: prefix, to: old.length - suffix, insert: text.slice(prefix, text.length - suffix) };
  return { changes, annotations: fromPage.of(true) };
}

/** Underlines and gutter signs for what is wrong with the text. */
export function showProblems(state: EditorState, problems: readonly Diagnostic[]): TransactionSpec {
  const { length } = state.doc;
  const lints = problems.map(({ span, message, expected }): Lint => {
    const from = Math.min(span.start, length);
    const to = Math.min(Math.max(span.end, from), length);
    return { from, to, severity: 'error', message: expected ? `${message}; expected ${expected}` : message };
  });
  return setDiagnostics(state, lints);
}

const FIXED: Extension = [
  lineNumbers(),
  lintGutter(),
  drawSelection(),
  // A program on one line would have its beginning out of sight.
  EditorView.lineWrapping,
  deepLines,
  bracketMatching(),
  highlightNotation,
  litLines,
  EditorState.languageData.of(() => [{ commentTokens: { line: '#' } }]),
  explainWords,
  closingBraces,
  keymap.of([...completionKeymap, newLine, ...defaultKeymap]),
  placeholder('for example: enable; set k1'),
];

const described = (label: string): Extension =>
  EditorView.contentAttributes.of({
    'aria-label': label,
    tabindex: '0',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
  });

/** Whether a change leaves nothing of what stood there. */
function isAll(changes: ChangeSet, { doc }: EditorState): boolean {
  let all = false;
  changes.iterChangedRanges((from, to) => {
    all ||= doc.length > 0 && from === 0 && to === doc.length;
  });
  return all;
}

/** What the editor itself does with pasted text. */
const insertion = (state: EditorState, text: string): TransactionSpec => ({
  ...state.replaceSelection(text),
  userEvent: 'input.paste',
  scrollIntoView: true,
});

const reporting = (events: EditorEvents): Extension => [
  EditorView.updateListener.of((update) => {
    const { transactions, state, startState, changes, docChanged, selectionSet } = update;
    if (transactions.some((transaction) => transaction.annotation(fromPage))) return;
    const { from, to, head } = state.selection.main;
    if (docChanged) {
      const typed = { text: () => state.doc.toString(), offset: head, anew: isAll(changes, startState) };
      events.type(typed, Math.max(startState.doc.length, state.doc.length) >= LONG);
    } else if (selectionSet && transactions.some((transaction) => transaction.isUserEvent('select')))
      events.point(from, to);
  }),
  EditorView.domEventHandlers({
    paste(event, view) {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const long = text.length >= LONG;
      if (long)
        events.later(() => events.paste(text) || events.later(() => view.dispatch(insertion(view.state, text))));
      const taken = long || events.paste(text);
      if (taken) event.preventDefault();
      return taken;
    },
    // The page has one history for text and timeline; the browser's own must not take a part of it back.
    beforeinput(event) {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
      event.preventDefault();
      events[event.inputType === 'historyUndo' ? 'undo' : 'redo']();
      return true;
    },
  }),
];
