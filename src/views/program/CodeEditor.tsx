import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { editorState } from './editor-state.ts';
import { followPage } from './follow-page.ts';
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
  const [following, setFollowing] = useState<ReturnType<typeof followPage> | null>(null);
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
    const started = followPage(created, () => ahead.current !== null);
    setFollowing(started);
    return () => {
      started.close();
      created.destroy();
    };
  }, []);

  useEffect(() => {
    if (!following) return;
    const isOlder = ahead.current !== null && ahead.current !== text;
    ahead.current = null;
    if (!isOlder) following.tell({ text, problems, current, caret });
  }, [following, text, problems, current, caret]);

  return <div ref={host} className="editor-host" />;
}
