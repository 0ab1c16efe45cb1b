import { useState } from 'react';
import type { LinkBase } from '../app/state/services.ts';
import { useActions } from './hooks/context.ts';

interface Props {
  readonly label: string;
  /** What is copied, in messages: `the comparison`. */
  readonly subject: string;
  /** Description for screen readers. */
  readonly description: string;
  /** Why copying is not possible yet. */
  readonly unavailable?: string | null;
  readonly className?: string;
  write(address: LinkBase): string;
}

/** Copies a text from a dialog and reports the result itself: the page's live region is inert behind a dialog. */
export function CopyButton({ label, subject, description, unavailable = null, className = '', write }: Props) {
  const { copyText } = useActions();
  const [result, setResult] = useState('');
  const take = async () => {
    if (unavailable !== null) return;
    setResult('');
    setResult(
      (await copyText(write, subject)) ? 'Copied.' : 'Could not copy. The text is in a message behind this dialog.',
    );
  };
  return (
    <span className={`copy-button ${className}`}>
      <button
        type="button"
        className="button"
        aria-disabled={unavailable !== null || undefined}
        aria-description={unavailable ?? description}
        onClick={take}
      >
        {label}
      </button>
      <span aria-live="polite">{result}</span>
    </span>
  );
}
