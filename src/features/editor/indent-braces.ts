import { insertNewlineKeepIndent } from '@codemirror/commands';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView, type KeyBinding } from '@codemirror/view';

/** What a body stands deeper than the line that opens it: as we print it. */
const STEP = '  ';

/** A new line behind an opening brace stands deeper than the brace's own. */
export const newLine: KeyBinding = {
  key: 'Enter',
  run(view) {
    const { state } = view;
    const { from } = state.selection.main;
    const line = state.doc.lineAt(from);
    const before = line.text.slice(0, from - line.from);
    if (!/\{\s*$/.test(before)) return insertNewlineKeepIndent(view);
    const indent = /^\s*/.exec(before)?.[0] ?? '';
    const change = state.replaceSelection(`${state.lineBreak}${indent}${STEP}`);
    view.dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
    return true;
  },
};

/** A closing brace that begins a line lines up with the line of its opening one. */
export const closingBraces: Extension = EditorView.inputHandler.of((view, from, to, text) => {
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

/** Blanks in front of the line whose brace is open at a place; null where none is. What stands in notes and comments has none. */
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
