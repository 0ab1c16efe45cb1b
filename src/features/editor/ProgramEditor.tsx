import { type ComponentProps, type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import { Failure } from '../../components/Failure.tsx';
import { useActions, useApp } from '../../components/hooks/context.ts';
import type CodeEditor from './CodeEditor.tsx';

type EditorProps = ComponentProps<typeof CodeEditor>;

/**
 * The program's text: at once a plain field, of the same size as the code editor that replaces it. Where the code editor cannot
 * be loaded, the plain field stays. Nothing that is typed in the meantime is lost.
 */
export function ProgramEditor() {
  const plain = useRef<HTMLTextAreaElement>(null);
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const load = () => {
    setFailure(null);
    import('./CodeEditor.tsx').then(
      (module) => setEditor(() => module.default),
      (reason) => setFailure(String(reason)),
    );
  };
  useEffect(load, []);
  return (
    <div className="editor">
      {Editor ? <Editor selection={selectionIn(plain.current)} /> : <PlainEditor field={plain} />}
      {failure !== null && <Failure name="The code editor" isMissing message={failure} onRetry={load} />}
    </div>
  );
}

function selectionIn(field: HTMLTextAreaElement | null): EditorProps['selection'] {
  if (field === null || document.activeElement !== field) return null;
  return { from: field.selectionStart, to: field.selectionEnd };
}

function PlainEditor({ field }: { readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const { editText, paste } = useActions();
  const text = useApp((state) => state.document.text);
  return (
    <textarea
      ref={field}
      className="editor-plain"
      aria-label="Program text"
      value={text}
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      onChange={({ currentTarget: { value, selectionEnd } }) => editText(value, selectionEnd)}
      onPaste={(event) => {
        if (paste(event.clipboardData.getData('text/plain'))) event.preventDefault();
      }}
    />
  );
}
