import type { EditorView } from '@codemirror/view';
import type { Diagnostic } from '../../lib/source.ts';
import { replaceText, showProblems } from './editor-state.ts';
import { type LitLines, lightLines } from './light-lines.ts';

/** What the page wants to be seen in the editor. */
interface Told extends LitLines {
  readonly text: string;
  readonly problems: readonly Diagnostic[];
}

interface Following {
  /** What the editor shows, in a task of its own or before a person does something in it. */
  tell(told: Told): void;
  close(): void;
}

/** Before these the editor is as the page is: who writes or copies has to do with the text that there is. */
const SIGNS = [
  'keydown',
  'beforeinput',
  'compositionstart',
  'pointerdown',
  'mousedown',
  'focusin',
  'paste',
  'copy',
  'cut',
  'dragstart',
  'drop',
] as const;

/** Keeps an editor equal to what the page says. While `isAhead`, the page does not know yet what was typed: its text is an older one. */
export function followPage(view: EditorView, isAhead: () => boolean): Following {
  let told: Told | null = null;
  let shown: Told | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const catchUp = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!told) return;
    const { text, problems, current, caret } = told;
    const before = shown;
    shown = told;
    told = null;
    const change = isAhead() ? null : replaceText(view.state, text);
    if (change) view.dispatch(change);
    const lit = { effects: lightLines.of({ current, caret }) };
    if (problems.length === 0 && (before?.problems.length ?? 0) === 0) view.dispatch(lit);
    else view.dispatch(showProblems(view.state, problems), lit);
    const moved = text !== before?.text || current !== before.current || caret !== before.caret;
    if (moved && !view.hasFocus) reveal(view, current ?? caret ?? 1);
  };
  for (const sign of SIGNS) view.dom.addEventListener(sign, catchUp, true);
  return {
    tell(next) {
      told = next;
      timer ??= setTimeout(catchUp);
    },
    close() {
      clearTimeout(timer);
      for (const sign of SIGNS) view.dom.removeEventListener(sign, catchUp, true);
    },
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
