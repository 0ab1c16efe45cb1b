import { lazy, type RefObject, Suspense, useRef } from 'react';
import type { Diagnostic } from '../../lib/source.ts';

export interface EditorProps {
  readonly text: string;
  readonly problems: readonly Diagnostic[];
  /** The line (from 1) of the step that is looked at; null where there is none. */
  readonly current: number | null;
  /** The line behind which new events go; 0 is before the first, null where the text and the program differ. */
  readonly caret: number | null;
  /** Whether the person was typing when the editor came in place of the plain one. */
  readonly focused: boolean;
  onType(text: string, line: number): void;
  onPoint(line: number): void;
  onPaste(text: string): boolean;
  onUndo(): void;
  onRedo(): void;
}

// Where the editor cannot be fetched, the plain field goes on in its place.
const CodeEditor = lazy(() => import('./CodeEditor.tsx').catch(() => ({ default: LastingPlain })));

/** The program's text: a plain field at once, of the same size as the real editor that takes its place. */
export function ProgramEditor(props: Omit<EditorProps, 'focused'>) {
  const plain = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="editor">
      <Suspense fallback={<PlainEditor {...props} field={plain} />}>
        <CodeEditor {...props} focused={document.activeElement === plain.current && plain.current !== null} />
      </Suspense>
    </div>
  );
}

type PlainProps = Omit<EditorProps, 'focused'> & { readonly field?: RefObject<HTMLTextAreaElement | null> };

const PlainEditor = ({ text, field, onType, onPaste }: PlainProps) => (
  <textarea
    ref={field}
    className="editor-plain"
    aria-label="Program text"
    value={text}
    spellCheck={false}
    autoCapitalize="off"
    autoCorrect="off"
    onChange={({ currentTarget: { value, selectionEnd } }) =>
      onType(value, value.slice(0, selectionEnd).split('\n').length)
    }
    onPaste={(event) => {
      if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
    }}
  />
);

const LastingPlain = ({ focused: _, ...props }: EditorProps) => <PlainEditor {...props} />;
