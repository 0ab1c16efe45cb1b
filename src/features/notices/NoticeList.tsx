import { useActions, useApp } from '../../components/hooks/context.ts';
import { Icon } from '../../components/Icon.tsx';

/** Messages that stay until you dismiss them. */
export function NoticeList() {
  const notices = useApp((state) => state.notices);
  const { dismissNotice, runNoticeAction } = useActions();
  return (
    <>
      {notices.map(({ id, severity, text, original, action }) => (
        <div key={id} className={`notice notice-${severity}`} role={severity === 'error' ? 'alert' : 'status'}>
          <p className="notice-text">
            <span className="notice-word">{severity === 'error' ? 'Error' : 'Note'}:</span> {text}
          </p>
          {action && (
            <button type="button" className="button" onClick={() => runNoticeAction(id)}>
              {action.label}
            </button>
          )}
          <button
            type="button"
            className="button button-bare button-icon"
            aria-label={`Dismiss: ${text}`}
            onClick={() => dismissNotice(id)}
          >
            <Icon name="close" />
          </button>
          {original !== undefined && (
            <details className="notice-original">
              <summary>Original text</summary>
              <pre>{original}</pre>
            </details>
          )}
        </div>
      ))}
    </>
  );
}
