import { StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { createEditorState } from './editor-state.ts';

// Browsers report a selection in a task of its own, the simulated document while it is set.
document.addEventListener('selectionchange', (event) => event.stopImmediatePropagation(), true);

const redraw = StateEffect.define<null>();

/** An editor with the focus, and the caret behind its first letter. */
function focused() {
  const view = new EditorView({ parent: document.body, state: createEditorState('enable', []) });
  view.focus();
  view.dispatch({ selection: { anchor: 1 } });
  const caret = () => {
    const { anchorNode, anchorOffset } = document.getSelection() as Selection;
    return view.posAtDOM(anchorNode as Node, anchorOffset);
  };
  return { view, caret };
}

test('a caret that the browser moved while a line was redrawn is put back', () => {
  const { view, caret } = focused();
  expect(caret()).toBe(1);
  // What Chromium does to a caret in a text that gets another element around it.
  document.getSelection()?.collapse(view.contentDOM.firstElementChild, 0);
  view.dispatch({ effects: redraw.of(null) });
  expect([caret(), view.state.selection.main.head]).toEqual([1, 1]);
  view.destroy();
});

test('a selection elsewhere on the page is left alone', () => {
  const { view } = focused();
  const outside = document.body.appendChild(document.createElement('p'));
  outside.textContent = 'elsewhere';
  document.getSelection()?.collapse(outside.firstChild, 3);
  view.dispatch({ effects: redraw.of(null) });
  expect(document.getSelection()?.anchorNode).toBe(outside.firstChild);
  view.destroy();
  outside.remove();
});
