import { completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { type Diagnostic as Lint, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension, type TransactionSpec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import type { Diagnostic } from '../../lib/source.ts';
import { explainWords } from './explain-words.ts';
import { highlightedLines } from './highlight-lines.ts';
import { highlightNotation } from './highlight-notation.ts';
import { alignClosingBraces, newLine } from './indent-braces.ts';
import { keepSelection } from './keep-selection.ts';
import { limitIndent } from './limit-indent.ts';
import { typeOverSelection } from './type-over-selection.ts';

/** The editor's first state, with what connects it to the page. Tab is not bound, so that the keyboard can leave. */
export const createEditorState = (text: string, connection: Extension): EditorState =>
  EditorState.create({ doc: text, extensions: [FIXED, connection] });

/** Underlines and gutter signs for the problems of the text. */
export function problemMarks(state: EditorState, problems: readonly Diagnostic[]): TransactionSpec {
  const { length } = state.doc;
  const lints = problems.map(({ span, message, expected }): Lint => {
    const from = Math.min(span.start, length);
    const to = Math.min(Math.max(span.end, from), length);
    return { from, to, severity: 'error', message: expected ? `${message}; expected ${expected}` : message };
  });
  return setDiagnostics(state, lints);
}

/** Names this page's own style sheets; several libraries know it by this name (`scripts/content-security-policy.ts`). */
declare const __webpack_nonce__: string;

const FIXED: Extension = [
  EditorView.cspNonce.of(__webpack_nonce__),
  lineNumbers(),
  lintGutter(),
  drawSelection(),
  // Without it, the beginning of a long line would be out of view.
  EditorView.lineWrapping,
  limitIndent,
  bracketMatching(),
  highlightNotation,
  highlightedLines,
  EditorState.languageData.of(() => [{ commentTokens: { line: '#' } }]),
  explainWords,
  alignClosingBraces,
  typeOverSelection,
  keepSelection,
  keymap.of([...completionKeymap, newLine, ...defaultKeymap]),
  placeholder('for example: enable; set k1'),
  EditorView.contentAttributes.of({
    'aria-label': 'Program text',
    tabindex: '0',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
  }),
];
