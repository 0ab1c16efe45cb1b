import { useEffect, useState } from 'react';
import type { AppState } from '../../app/state/state.ts';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { useApp } from '../../components/hooks/context.ts';
import { fetched } from '../../components/lazy-component.tsx';

// Asked for at once, not when there is something to say: that may be that there is no network.
const loading = import('./NoticeList.tsx');
const NoticeList = fetched(() => loading);

/** The place for messages that stay until they are put away. */
export function Notices() {
  const some = useApp((state) => state.notices.length > 0);
  return (
    <div className="notices">
      {some && (
        <ErrorBoundary name="A message">
          <NoticeList />
        </ErrorBoundary>
      )}
    </div>
  );
}

/** Says what changed to those who do not see it, without taking the focus; what is refused once more, once more. */
export const LiveRegion = () => (
  <div className="visually-hidden" role="status" aria-live="polite">
    <span key={useApp(selectRejections)}>{useApp(({ announcement }) => announcement?.text)}</span>
  </div>
);

const selectRejections = ({ rejections }: AppState): number => rejections;

/**
 * Shows for a moment what is easily missed: what was copied, since nothing else on the page changes then, which colours are
 * chosen, since two may look alike, why what was asked for could not be done, and what of the setup changed with a document
 * that was opened. The live region says it, too.
 */
export function PassingWords() {
  const text = useApp((state) => (isEasilyMissed(state) ? (state.announcement?.text ?? '') : ''));
  const rejections = useApp(selectRejections);
  return text !== '' && <Passing key={`${rejections} ${text}`} text={text} />;
}

function isEasilyMissed({ announcement, setupChange }: AppState): boolean {
  const kind = announcement?.kind;
  return kind === 'copied' || kind === 'theme' || kind === 'rejected' || (kind === 'opened' && setupChange !== null);
}

/** So long a text is read in any case, and each character takes some time. */
const LONG_ENOUGH_MS = 1500;
const CHARACTER_MS = 60;

function Passing({ text }: { text: string }) {
  const [there, setThere] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setThere(false), LONG_ENOUGH_MS + CHARACTER_MS * text.length);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    there && (
      <p className="passing" aria-hidden="true">
        {text}
      </p>
    )
  );
}
