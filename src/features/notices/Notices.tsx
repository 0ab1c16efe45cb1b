import { useEffect, useState } from 'react';
import type { AppState } from '../../app/state/state.ts';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { useApp } from '../../components/hooks/context.ts';
import { NoticeList } from './NoticeList.tsx';

/** Region for messages that stay until you dismiss them. */
export function Notices() {
  const some = useApp((state) => state.notices.length > 0);
  return (
    <div className="notices">
      {some && (
        <ErrorBoundary name="The message">
          <NoticeList />
        </ErrorBoundary>
      )}
    </div>
  );
}

/** Announces changes to screen readers without moving the focus. A repeated refusal is announced again. */
export const LiveRegion = () => (
  <div className="visually-hidden" role="status" aria-live="polite">
    <span key={useApp(selectRejections)}>{useApp(({ announcement }) => announcement?.text)}</span>
  </div>
);

const selectRejections = ({ rejections }: AppState): number => rejections;

/**
 * Shows announcements that are easily missed for a moment: what was copied, the new theme, why a command was refused, and a
 * setup that changed with a document. The live region announces them too.
 */
export function Toast() {
  const text = useApp((state) => (isEasilyMissed(state) ? (state.announcement?.text ?? '') : ''));
  const rejections = useApp(selectRejections);
  return text !== '' && <TimedToast key={`${rejections} ${text}`} text={text} />;
}

function isEasilyMissed({ announcement, setupChange }: AppState): boolean {
  const kind = announcement?.kind;
  return kind === 'copied' || kind === 'theme' || kind === 'rejected' || (kind === 'opened' && setupChange !== null);
}

/** Reading time: a base, and an amount per character. */
const LONG_ENOUGH_MS = 1500;
const CHARACTER_MS = 60;

function TimedToast({ text }: { text: string }) {
  const [there, setThere] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setThere(false), LONG_ENOUGH_MS + CHARACTER_MS * text.length);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    there && (
      <p className="toast" aria-hidden="true">
        {text}
      </p>
    )
  );
}
