import { useState } from 'react';
import { useActions } from '../context.ts';

interface Props {
  /** What is copied, for a screen reader and for messages: `the comparison`. */
  readonly what: string;
  /** Why it cannot be copied yet. */
  readonly not?: string | null;
  write(address: string): string;
}

/** Copies a text for mail. The page behind the dialog is silent, so the button says itself what came of it. */
export function CopyButton({ what, not = null, write }: Props) {
  const { copy } = useActions();
  const [said, setSaid] = useState('');
  const take = async () => {
    if (not !== null) return;
    setSaid('');
    setSaid((await copy(write, what)) ? 'Copied.' : 'Not copied: the text stands in a message behind this dialog.');
  };
  return (
    <span className="compare-copy">
      <span role="status">{said}</span>
      <button
        type="button"
        className="button"
        aria-disabled={not !== null || undefined}
        aria-description={not ?? `${what}, as text for mail`}
        onClick={take}
      >
        Copy
      </button>
    </span>
  );
}
