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

/** Characters of a text that the plain field shows whole. */
const MAX_PLAIN_LENGTH = 20_000;

function PlainEditor({ field }: { readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const { editText, paste } = useActions();
  const text = useApp((state) => state.document.text);
  // A browser takes seconds to lay out a field of a million lines, and an excerpt must not be edited in the place of the text.
  const isLong = text.length > MAX_PLAIN_LENGTH;
  return (
    <textarea
      ref={field}
      className="editor-plain"
      aria-label="Program text"
      value={isLong ? text.slice(0, MAX_PLAIN_LENGTH) : text}
      readOnly={isLong}
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
