import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { EditorProps } from './editor-props.ts';
import { editorState } from './editor-state.ts';
import { followPage } from './follow-page.ts';
import { type Steps, startSteps } from './steps.ts';

/** The program's text in CodeMirror: numbers, colours, problems in place, the current line lit. Loaded by itself. */
export default function CodeEditor({
  text,
  problems,
  current,
  start,
  caret,
  selection,
  onType,
  onPoint,
  ...events
}: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const [tell, setTell] = useState<ReturnType<typeof followPage> | null>(null);
  /** What the editor has told and the page has not drawn yet: effects of an older text must not take it back. */
  const ahead = useRef<string | null>(null);
  /** How many changes the editor has not told yet. */
  const untold = useRef(0);
  const type = useEffectEvent((typed: string, offset: number, anew: boolean) => {
    if (typed !== text) ahead.current = typed;
    onType(typed, offset, anew);
  });
  const point = useEffectEvent(onPoint);
  const paste = useEffectEvent(events.onPaste);
  const undo = useEffectEvent(events.onUndo);
  const redo = useEffectEvent(events.onRedo);
  const begin = useEffectEvent((parent: HTMLElement, steps: Steps) => {
    const state = editorState(text, 'Program text', {
      type({ text: written, offset, anew }, long) {
        untold.current += 1;
        const report = () => {
          untold.current -= 1;
          type(written(), offset, anew);
        };
        // The page draws it before it does what comes next: else the editor would not be told what that changes.
        if (long) steps.add(() => flushSync(report));
        else report();
      },
      point: (from, to) => point(from, to),
      paste: (pasted) => paste(pasted),
      undo: () => undo(),
      redo: () => redo(),
      later: steps.add,
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
    const steps = startSteps();
    const created = begin(host.current, steps);
    const following = followPage(created, steps, () => untold.current > 0 || ahead.current !== null);
    setTell(() => following);
    return () => {
      steps.close();
      created.destroy();
    };
  }, []);

  useEffect(() => {
    if (!tell) return;
    const isOlder = ahead.current !== null && ahead.current !== text;
    ahead.current = null;
    if (!isOlder) tell({ text, problems, current, start, caret });
  }, [tell, text, problems, current, start, caret]);

  return <div ref={host} className="editor-host" />;
}
