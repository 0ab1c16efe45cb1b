import type { EditorView } from '@codemirror/view';
import type { Diagnostic } from '../../lib/source.ts';
import { replaceText, showProblems } from './editor-state.ts';
import { type LitLines, lightLines } from './light-lines.ts';
import type { Steps } from './steps.ts';

/** What the page wants to be seen in the editor. */
interface Told extends LitLines {
  readonly text: string;
  readonly problems: readonly Diagnostic[];
}

/**
 * Keeps an editor equal to what it is told of the page, in a step of its own. While `isAhead`, the page does not know yet what
 * was typed: its text is an older one.
 */
export function followPage(view: EditorView, steps: Steps, isAhead: () => boolean): (told: Told) => void {
  let wanted: Told | null = null;
  let shown: Told | null = null;
  const catchUp = () => {
    if (!wanted) return;
    const { text, problems, current, start, caret } = wanted;
    const before = shown;
    shown = wanted;
    wanted = null;
    const change = isAhead() ? null : replaceText(view.state, text);
    if (change) view.dispatch(change);
    const lit = { effects: lightLines.of({ current, start, caret }) };
    if (problems.length === 0 && (before?.problems.length ?? 0) === 0) view.dispatch(lit);
    else view.dispatch(showProblems(view.state, problems), lit);
    const moved = text !== before?.text || current !== before.current || caret !== before.caret;
    if (moved && !view.hasFocus) reveal(view, current ?? caret ?? 1);
  };
  return (told) => {
    if (!wanted) steps.add(catchUp);
    wanted = told;
  };
}

/** Scrolls the editor, and only the editor, until a line is in sight: with the next frame, when it has been laid out. */
function reveal(view: EditorView, line: number): void {
  view.requestMeasure({
    key: reveal,
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
