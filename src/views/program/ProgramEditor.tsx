import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import type { Diagnostic } from '../../lib/source.ts';

export interface EditorProps {
  readonly text: string;
  readonly problems: readonly Diagnostic[];
  /** The line (from 1) of the step that is looked at; null where there is none. */
  readonly current: number | null;
  /** The offset at which that step's event begins, where its line has others, too; else null. */
  readonly start: number | null;
  /** The line behind which new events go; 0 is before the first, null where the text and the program differ. */
  readonly caret: number | null;
  /** What was selected in the plain field, as offsets, if the person was writing there when the editor took its place. */
  readonly selection: { readonly from: number; readonly to: number } | null;
  /** A text, the offset at which the person writes, and whether it took the place of all that there was. */
  onType(text: string, offset: number, anew?: boolean): void;
  /** Where the person put the caret, or the part of the text that they marked. */
  onPoint(from: number, to: number): void;
  onPaste(text: string): boolean;
  onUndo(): void;
  onRedo(): void;
}

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
