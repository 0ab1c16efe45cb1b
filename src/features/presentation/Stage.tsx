import { useEffect, useRef } from 'react';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { useIdle } from '../../components/hooks/use-idle.ts';
import { RunHead } from '../inspector/RunHead.tsx';
import { StageDrawing } from './StageDrawing.tsx';
import { StageStep } from './StageStep.tsx';
import { StageTools } from './StageTools.tsx';

/** Idle time after which pointer and tools are hidden. */
const REST_MS = 2000;

/** The presentation: the selected run alone, large, and a description of the step. */
export default function Stage() {
  const blank = useApp((state) => state.presenting === 'blank');
  const { perform } = useActions();
  const resting = useIdle(REST_MS);
  const box = useRef<HTMLElement>(null);
  // The focused element is gone with the workbench; keys and screen readers need a new one.
  useEffect(() => box.current?.focus(), []);
  return (
    <main ref={box} className="stage" aria-label="Presentation" tabIndex={-1} data-resting={resting || undefined}>
      {blank ? (
        <button type="button" className="stage-blank" onClick={() => perform('blank')}>
          <span className="visually-hidden">The screen is blank. Press to restore it.</span>
        </button>
      ) : (
        <>
          <header className="stage-head">
            <RunHead />
          </header>
          <ErrorBoundary name="The drawing">
            <StageDrawing />
          </ErrorBoundary>
          <ErrorBoundary name="The step">
            <StageStep />
          </ErrorBoundary>
          <StageTools />
        </>
      )}
    </main>
  );
}
