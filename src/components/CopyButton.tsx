import { useState } from 'react';
import { useActions } from './hooks/context.ts';

interface Props {
  readonly label: string;
  /** What is copied, for messages: `the comparison`. */
  readonly what: string;
  /** What more there is to say of it to a screen reader. */
  readonly says: string;
  /** Why it cannot be copied yet. */
  readonly not?: string | null;
  readonly className?: string;
  write(address: string): string;
}

/** Copies a text from a dialog. The page behind the dialog is silent, so the button says itself what came of it. */
export function CopyButton({ label, what, says, not = null, className = '', write }: Props) {
  const { copy } = useActions();
  const [said, setSaid] = useState('');
  const take = async () => {
    if (not !== null) return;
    setSaid('');
    setSaid((await copy(write, what)) ? 'Copied.' : 'Not copied: the text stands in a message behind this dialog.');
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
