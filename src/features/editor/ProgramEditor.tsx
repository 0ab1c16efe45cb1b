import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import type { EditorProps } from './editor-props.ts';

/**
 * The program's text: a plain field at once, of the same size as the real editor that takes its place. Where that cannot
 * be fetched, the very same field stays: nothing that is being typed is lost.
 */
export function ProgramEditor(props: Omit<EditorProps, 'selection'>) {
  const plain = useRef<HTMLTextAreaElement>(null);
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | null>(null);
  useEffect(() => {
    import('./CodeEditor.tsx').then(
      (module) => setEditor(() => module.default),
      () => undefined,
    );
  }, []);
  return (
    <div className="editor">
      {Editor ? <Editor {...props} selection={selectionIn(plain.current)} /> : <PlainEditor {...props} field={plain} />}
    </div>
  );
}

function selectionIn(field: HTMLTextAreaElement | null): EditorProps['selection'] {
  if (field === null || document.activeElement !== field) return null;
  return { from: field.selectionStart, to: field.selectionEnd };
}

type PlainProps = Omit<EditorProps, 'selection'> & { readonly field: RefObject<HTMLTextAreaElement | null> };

const PlainEditor = ({ text, field, onType, onPaste }: PlainProps) => (
  <textarea
    ref={field}
    className="editor-plain"
    aria-label="Program text"
    value={text}
    spellCheck={false}
    autoCapitalize="off"
    autoCorrect="off"
    onChange={({ currentTarget: { value, selectionEnd } }) => onType(value, selectionEnd)}
    onPaste={(event) => {
      if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
    }}
  />
);
