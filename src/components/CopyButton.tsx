import { useState } from 'react';
import type { LinkBase } from '../app/state/services.ts';
import { useActions } from './hooks/context.ts';

interface Props {
  readonly label: string;
  /** What is copied, in messages: `the comparison`. */
  readonly what: string;
  /** Description for screen readers. */
  readonly says: string;
  /** Why copying is not possible yet. */
  readonly not?: string | null;
  readonly className?: string;
  write(address: LinkBase): string;
}

/** Copies a text from a dialog and reports the result itself: the page's live region is inert behind a dialog. */
export function CopyButton({ label, what, says, not = null, className = '', write }: Props) {
  const { copy } = useActions();
  const [said, setSaid] = useState('');
  const take = async () => {
    if (not !== null) return;
    setSaid('');
    setSaid((await copy(write, what)) ? 'Copied.' : 'Could not copy. The text is in a message behind this dialog.');
  };
  return (
    <span className={`copy-button ${className}`}>
      <button
        type="button"
        className="button"
        aria-disabled={not !== null || undefined}
        aria-description={not ?? says}
        onClick={take}
      >
        {label}
      </button>
      <span aria-live="polite">{said}</span>
    </span>
  );
}
