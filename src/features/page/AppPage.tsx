import { type PropsWithChildren, useEffect } from 'react';
import { displayTitle } from '../../app/document/scenario-document.ts';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { StoreContext, useActions, useApp } from '../../components/hooks/context.ts';
import { useKeys } from '../../components/hooks/use-keys.ts';
import { useNarrow } from '../../components/hooks/use-narrow.ts';
import { lazyComponent, prefetchComponents } from '../../components/lazy-component.tsx';
import { ProgramPanel } from '../editor/ProgramPanel.tsx';
import { FindingsPanel } from '../findings/FindingsPanel.tsx';
import { Header } from '../header/Header.tsx';
import { InspectorPanel } from '../inspector/InspectorPanel.tsx';
import { LiveRegion, Notices, Toast } from '../notices/Notices.tsx';
import { MailPanel } from '../share/MailPanel.tsx';
import { TimelinePanel } from '../timeline/TimelinePanel.tsx';
import { DialogHost } from './DialogHost.tsx';

/** The workbench, a presentation, or the embedded page. */
export function AppPage() {
  useKeys();
  useTitle();
  const presenting = useApp((state) => state.presenting !== null);
  const embedded = useApp((state) => state.embedded);
  return (
    <>
      {embedded ? <Guest /> : presenting ? <Presentation /> : <Workbench />}
      <LiveRegion />
      <ErrorBoundary name="The dialog">
        <DialogHost />
      </ErrorBoundary>
      <TipLayer />
    </>
  );
}

const Guest = lazyComponent(() => import('../embed/Embedded.tsx'));

const Stage = lazyComponent(() => import('../presentation/Stage.tsx'));

const Presentation = () => (
  <ErrorBoundary name="The presentation">
    <Stage />
  </ErrorBoundary>
);

/**
 * The panels side by side. In one column the problems follow the timeline, which would otherwise start far down; they follow it
 * in the document too, so that the focus order matches.
 */
function Workbench() {
  const narrow = useNarrow();
  const { scheduler } = useActions();
  useEffect(() => prefetchComponents(scheduler), [scheduler]);
  return (
    <div className="page">
      <ErrorBoundary name="The header">
        <Header />
      </ErrorBoundary>
      <Notices />
      <main className="columns-of-page">
        <div className="column column-left">
          <ProgramPanel />
          {!narrow && (
            <Deferred>
              <FindingsPanel />
            </Deferred>
          )}
        </div>
        <div className="column column-centre">
          <TimelinePanel />
          <Deferred>
            {narrow && <FindingsPanel />}
            <MailPanel />
          </Deferred>
        </div>
        <div className="column column-right">
          <Deferred>
            <InspectorPanel />
          </Deferred>
        </div>
      </main>
      <Toast />
    </div>
  );
}

/** Renders its children one task after the rest of the page. */
const Deferred = ({ children }: PropsWithChildren) => (
  <StoreContext value={useActions().deferred}>{children}</StoreContext>
);

// Not needed before the pointer has rested on a control.
const TipLayer = lazyComponent(() => import('../../components/TipLayer.tsx'));

function useTitle(): void {
  const name = useApp(({ document: shown }) => displayTitle(shown));
  useEffect(() => {
    document.title = name === null ? NAME : `${name} · ${NAME}`;
  }, [name]);
}

const NAME = 'Lazy MMU Visualiser';
