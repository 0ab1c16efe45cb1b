import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * Puts the browser's caret back where the editor's is. When a text gets another element around it, as when a mistake is marked
 * during typing, the browser moves the caret to the start of the line. CodeMirror does not notice, later takes the move for a
 * click, and the next letter would go there.
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
