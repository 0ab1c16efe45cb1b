import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * Puts the browser's caret back where the editor's is. When a line is drawn anew around a text that stays, as for a mistake that
 * is marked while one types, the browser moves a caret that is in it; CodeMirror takes it for unchanged, and then for the user's
 * click at the start of the line, so that the next letter would go there.
 */
export const keepSelection: Extension = EditorView.updateListener.of(({ view, docChanged, selectionSet }) => {
  const { head, empty } = view.state.selection.main;
  const { from, to } = view.viewport;
  if (docChanged || selectionSet || !empty || head < from || head > to) return;
  const selection = view.contentDOM.ownerDocument.getSelection();
  const node = selection?.anchorNode;
  if (!node || !view.hasFocus || view.composing || !view.contentDOM.contains(node)) return;
  if (view.posAtDOM(node, selection.anchorOffset) === head) return;
  const place = view.domAtPos(head);
  selection.collapse(place.node, place.offset);
});
