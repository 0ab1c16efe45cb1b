import { useEffect, useRef } from 'react';
import { linkOf } from '../../app/share/link.ts';
import { CommandButton } from '../../components/CommandButton.tsx';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { StepButtons } from '../../components/StepButtons.tsx';
import { RunHead } from '../inspector/RunHead.tsx';
import { Notices } from '../notices/Notices.tsx';
import { Drawing } from '../timeline/Drawing.tsx';
import { EmbeddedStep } from './EmbeddedStep.tsx';

/** The program embedded in another page, to be stepped through. */
export default function Embedded() {
  const box = useRef<HTMLDivElement>(null);
  const { reportHeight } = useActions();
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => reportHeight(Math.ceil(element.getBoundingClientRect().height)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [reportHeight]);
  return (
    <div ref={box} className="embedded">
      <EmbeddedHead />
      <Notices />
      <main className="embedded-main">
        <section className="timeline" aria-label="Timeline">
          <ErrorBoundary name="The drawing">
            <Drawing />
          </ErrorBoundary>
        </section>
        {/* Above the text, whose height changes, so that a button stays under the pointer. */}
        <EmbeddedTools />
        <ErrorBoundary name="The step">
          <EmbeddedStep />
        </ErrorBoundary>
      </main>
    </div>
  );
}

function EmbeddedHead() {
  const { address } = useActions();
  const link = useApp((state) => {
    const made = linkOf(state);
    return made.ok ? made.value : '';
  });
  return (
    <header className="embedded-head">
      <RunHead />
      <a className="button-link" href={address.base + link} target="_blank" rel="noopener">
        Open full page
      </a>
    </header>
  );
}

function EmbeddedTools() {
  return (
    <div className="embedded-tools" role="toolbar" aria-label="Steps">
      <StepButtons />
      <CommandButton command="last" icon="last" />
      <CommandButton command="previous-finding" icon="up" />
      <CommandButton command="next-finding" icon="chevron" />
    </div>
  );
}
