import { insertNewlineKeepIndent } from '@codemirror/commands';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView, type KeyBinding } from '@codemirror/view';

/** A body is indented by this much, as in printed programs. */
const INDENT = '  ';

/** Indents a new line after an opening brace. */
export const newLine: KeyBinding = {
  key: 'Enter',
  run(view) {
    const { state } = view;
    const { from } = state.selection.main;
    const line = state.doc.lineAt(from);
    const before = line.text.slice(0, from - line.from);
    if (!/\{\s*$/.test(before)) return insertNewlineKeepIndent(view);
    const indent = /^\s*/.exec(before)?.[0] ?? '';
    const change = state.replaceSelection(`${state.lineBreak}${indent}${INDENT}`);
    view.dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
    return true;
  },
};

/** Aligns a closing brace at the start of a line with the line of its opening brace. */
export const alignClosingBraces: Extension = EditorView.inputHandler.of((view, from, to, text) => {
  if (text !== '}') return false;
  const line = view.state.doc.lineAt(from);
  const indent = /^\s*$/.test(line.text.slice(0, from - line.from)) ? openerIndent(view.state, from) : null;
  if (indent === null) return false;
  const anchor = line.from + indent.length + 1;
  view.dispatch({
    changes: { from: line.from, to, insert: `${indent}}` },
    selection: { anchor },
    userEvent: 'input.type',
    scrollIntoView: true,
  });
  return true;
});

/** The indent of the line whose brace is open at an offset; null if none is. Braces in notes and comments do not count. */
function openerIndent({ doc }: EditorState, at: number): string | null {
  let closed = 0;
  for (let { number } = doc.lineAt(at); number >= 1; number--) {
    const line = doc.line(number);
    const text = line.text
      .slice(0, Math.max(0, at - line.from))
      .replace(/"(?:\\.|[^"\\])*"?|#.*/g, (part) => ' '.repeat(part.length));
    for (let i = text.length - 1; i >= 0; i--) {
      if (text[i] === '}') closed += 1;
      else if (text[i] === '{' && closed-- === 0) return /^\s*/.exec(line.text)?.[0] ?? '';
    }
  }
  return null;
}
