import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { editorState, replaceText, showProblems } from './editor-state.ts';
import { lightLines } from './light-lines.ts';
import type { EditorProps } from './ProgramEditor.tsx';

/** The program's text in CodeMirror: numbers, colours, problems in place, the current line lit. Loaded by itself. */
export default function CodeEditor({
  text,
  problems,
  current,
  caret,
  selection,
  onType,
  onPoint,
  ...events
}: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  /** What the editor has told and the page has not drawn yet: effects of an older text must not take it back. */
  const ahead = useRef<string | null>(null);
  const type = useEffectEvent((typed: string, offset: number, anew: boolean) => {
    if (typed !== text) ahead.current = typed;
    onType(typed, offset, anew);
  });
  const point = useEffectEvent(onPoint);
  const paste = useEffectEvent(events.onPaste);
  const undo = useEffectEvent(events.onUndo);
  const redo = useEffectEvent(events.onRedo);
  const begin = useEffectEvent((parent: HTMLElement) => {
    const state = editorState(text, 'Program text', {
      type: (typed, offset, anew) => type(typed, offset, anew),
      point: (from, to) => point(from, to),
      paste: (pasted) => paste(pasted),
      undo: () => undo(),
      redo: () => redo(),
    });
    const created = new EditorView({ state, parent });
    const numbers = created.dom.querySelector('.cm-lineNumbers');
    numbers?.setAttribute('title', 'lines of the text; rows have their numbers on the timeline');
    if (selection) {
      const within = (offset: number) => Math.min(offset, created.state.doc.length);
      created.dispatch({ selection: { anchor: within(selection.from), head: within(selection.to) } });
      created.focus();
    }
    return created;
  });

  useEffect(() => {
    if (!host.current) return;
    const created = begin(host.current);
    setView(created);
    return () => created.destroy();
  }, []);

  useEffect(() => {
    if (!view) return;
    const isOlder = ahead.current !== null && ahead.current !== text;
    ahead.current = null;
    if (isOlder) return;
    const change = replaceText(view.state, text);
    if (change) view.dispatch(change);
    view.dispatch(showProblems(view.state, problems));
  }, [view, text, problems]);

  // Depends on the text, too: a change may have moved the lines since they were lit.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!view) return;
    view.dispatch({ effects: lightLines.of({ current, caret }) });
    if (!view.hasFocus) reveal(view, current ?? caret ?? 1);
  }, [view, text, current, caret]);

  return <div ref={host} className="editor-host" />;
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
