import { useKeysOf } from './hooks/use-keys-of.ts';
import { keyLabel } from './key-label.ts';

/** The first key of a command, if it has one, at the end of a menu or palette entry. */
export function KeyHint({ command, className = '' }: { command: string; className?: string }) {
  const [key] = useKeysOf(command);
  return key === undefined ? null : <kbd className={`key ${className}`}>{keyLabel(key)}</kbd>;
}
