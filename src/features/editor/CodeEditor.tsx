import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useActions } from '../../components/hooks/context.ts';
import { bindEditor, type FieldSelection } from './editor-binding.ts';

interface Props {
  /** Null if the person is not typing in the plain field. */
  readonly selection: FieldSelection | null;
}

/** The program's text in CodeMirror: line numbers, colours, problems in place, the current line highlighted. */
export default function CodeEditor({ selection }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const app = useActions();
  const bind = useEffectEvent((parent: HTMLElement) => bindEditor(parent, app, selection));
  // A layout effect, so that no key is lost between the plain field and this one.
  useLayoutEffect(() => (host.current ? bind(host.current) : undefined), []);
  return <div ref={host} className="editor-host" />;
}
