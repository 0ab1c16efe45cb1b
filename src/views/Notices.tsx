import { lazy, Suspense, useEffect, useState } from 'react';
import { useApp } from './context.ts';
import { ErrorBoundary } from './parts/ErrorBoundary.tsx';

// Asked for at once, not when there is something to say: that may be that there is no network.
const loading = import('./NoticeList.tsx');
const NoticeList = lazy(() => loading);

/** The place for messages that stay until they are put away. */
export function Notices() {
  const some = useApp((state) => state.notices.length > 0);
  return (
    <div className="notices">
      {some && (
        <ErrorBoundary name="A message">
          <Suspense>
            <NoticeList />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  );
}

/** Says what changed to those who do not see it, without taking the focus. */
export const LiveRegion = () => (
  <div className="visually-hidden" role="status" aria-live="polite">
    {useApp((state) => state.said)}
  </div>
);

/** Shows for a moment what was copied: nothing else on the page changes then. The live region says it, too. */
export function Copied() {
  const said = useApp((state) => (state.said.startsWith('copied:') ? state.said : ''));
  return said !== '' && <Passing key={said} text={said} />;
}

const LONG_ENOUGH_MS = 2500;

function Passing({ text }: { text: string }) {
  const [there, setThere] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setThere(false), LONG_ENOUGH_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    there && (
      <p className="passing" aria-hidden="true">
        {text}
      </p>
    )
  );
}
