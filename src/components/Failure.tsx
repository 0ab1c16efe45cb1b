import { use } from 'react';
import { AppContext } from './hooks/context.ts';

interface Props {
  /** What failed, as the subject of the sentence: `The dialog`. */
  readonly name: string;
  /** Whether its code is missing, as after a new version was published. Then reloading the page helps. */
  readonly isMissing: boolean;
  readonly message: string;
  onRetry(): void;
}

/** Says that a part of the page failed, and offers what helps. */
export function Failure({ name, isMissing, message, onRetry }: Props) {
  // A part may fail before there is an application.
  const app = use(AppContext);
  const [what, advice] = isMissing
    ? ['loaded', 'There may be no network, or a newer version of the page. Reload it; your work is saved first.']
    : ['displayed', 'This is a bug in the page, not in your program. Your text and the other panels are unchanged.'];
  const reload = isMissing && app ? [['Reload', app.reloadPage] as const] : [];
  return (
    <div className="broken" role="alert">
      <p>
        <strong>
          {name} could not be {what}.
        </strong>{' '}
        {advice}
      </p>
      <code>{message}</code>
      {[...reload, ['Try again', onRetry] as const].map(([label, act]) => (
        <button key={label} type="button" className="button" onClick={act}>
          {label}
        </button>
      ))}
    </div>
  );
}
