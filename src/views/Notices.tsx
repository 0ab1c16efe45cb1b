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
            <Icon name="remove" />
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
