import type { EditorView } from '@codemirror/view';
import { selectSourceLines } from '../../app/document/source-lines.ts';
import type { AppState } from '../../app/state/state.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { problemMarks } from './editor-state.ts';
import { setLineMarks } from './highlight-lines.ts';

/** Shows in an editor what the page knows about its text: problems, the line of the current step and that of the caret. */
export function createViewSync(view: EditorView): (state: AppState) => void {
  let rendered: ReturnType<typeof marksIn> | null = null;
  return (state) => {
    const next = marksIn(state);
    if (rendered && deepEqual(next, rendered)) return;
    const { problems, current, start, caret } = next;
    const highlight = { effects: setLineMarks.of({ current, start, caret }) };
    if (problems.length === 0 && (rendered?.problems.length ?? 0) === 0) view.dispatch(highlight);
    else view.dispatch(problemMarks(view.state, problems), highlight);
    const hasChanged = next.text !== rendered?.text || current !== rendered.current || caret !== rendered.caret;
    rendered = next;
    if (hasChanged && !view.hasFocus) scrollToLine(view, current ?? caret ?? 1);
  };
}

function marksIn(state: AppState) {
  const { cursor, trace, caret, document } = state;
  const lines = selectSourceLines(state);
  const row = cursor.slot < 0 ? null : trace.rowAt(cursor.slot).number;
  return {
    text: document.text,
    problems: document.problems,
    current: lines && row !== null ? lines.lineOf(row) : null,
    start: lines && row !== null ? lines.startWithin(row) : null,
    caret: lines && (caret === 0 ? 0 : lines.lineOf(caret)),
  };
}

/** Scrolls the editor, and nothing around it, until a line is visible: in the next frame, when it has been laid out. */
function scrollToLine(view: EditorView, line: number): void {
  view.requestMeasure({
    key: scrollToLine,
    read({ state: { doc } }) {
      const block = view.lineBlockAt(doc.line(Math.max(1, Math.min(line, doc.lines))).from);
      const { scrollTop, clientHeight } = view.scrollDOM;
      if (block.top < scrollTop) return block.top;
      return block.bottom > scrollTop + clientHeight ? block.bottom - clientHeight : scrollTop;
    },
    write(top) {
      if (top !== view.scrollDOM.scrollTop) view.scrollDOM.scrollTop = top;
    },
  });
}
