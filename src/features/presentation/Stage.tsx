import { useEffect, useRef } from 'react';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { useIdle } from '../../components/hooks/use-idle.ts';
import { RunHead } from '../inspector/RunHead.tsx';
import { StageDrawing } from './StageDrawing.tsx';
import { StageStep } from './StageStep.tsx';
import { StageTools } from './StageTools.tsx';

/** After so long without the pointer nothing of it, nor of the tools, stands before the drawing. */
const REST_MS = 2000;

/** The program for a lecture hall: the looked-at run alone, large, and the step in words. Loaded when it is first asked for. */
export default function Stage() {
  const blank = useApp((state) => state.presenting === 'blank');
  const { perform } = useActions();
  const resting = useIdle(REST_MS);
  const box = useRef<HTMLElement>(null);
  // What had the focus is gone with the page; keys must find it somewhere, and a reader must hear where it is.
  useEffect(() => box.current?.focus(), []);
  return (
    <main ref={box} className="stage" aria-label="Presentation" tabIndex={-1} data-resting={resting || undefined}>
      {blank ? (
        <button type="button" className="stage-blank" onClick={() => perform('blank')}>
          <span className="visually-hidden">The screen is blank. Press to bring it back.</span>
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
