import { useEffect, useState } from 'react';
import { useActions, useApp } from './context.ts';
import { Icon } from './parts/Icon.tsx';

/** Messages that stay until they are put away: what could not be read, what could be opened instead. */
export function Notices() {
  const notices = useApp((state) => state.notices);
  const { putAway, follow } = useActions();
  return (
    <div className="notices">
      {notices.map(({ id, severity, text, original, action }) => (
        <div key={id} className={`notice notice-${severity}`} role={severity === 'error' ? 'alert' : 'status'}>
          <p className="notice-text">
            <span className="notice-word">{severity === 'error' ? 'Not done' : 'Note'}:</span> {text}
          </p>
          {action && (
            <button type="button" className="button" onClick={() => follow(id)}>
              {action.label}
            </button>
          )}
          <button
            type="button"
            className="button button-bare button-icon"
            aria-label={`Put away: ${text}`}
            onClick={() => putAway(id)}
          >
            <Icon name="close" />
          </button>
          {original !== undefined && (
            <details className="notice-original">
              <summary>What was read, as it came</summary>
              <pre>{original}</pre>
            </details>
          )}
        </div>
      ))}
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
