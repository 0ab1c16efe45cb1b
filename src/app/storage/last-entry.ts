import type { KeyValue } from '../state/services.ts';
import { attempt, PREFIX } from './document-storage.ts';

/** What the address bar showed last, and the saved document behind it. */
export interface Entry {
  readonly fragment: string;
  readonly tag: string | null;
}

const KEY = `${PREFIX}entry`;

/**
 * Kept beside the address: a browser that is already reloading drops the last change of its address, and the new page
 * would begin one step behind.
 */
export function keepEntry(tab: KeyValue | null, entry: Entry): void {
  attempt(() => tab?.set(KEY, JSON.stringify(entry)));
}

/** The last entry of this tab; null where there is none that can be read. */
export function lastEntry(tab: KeyValue | null): Entry | null {
  const read = attempt((): unknown => JSON.parse(tab?.get(KEY) ?? 'null'));
  const value = read.ok ? read.value : null;
  if (typeof value !== 'object' || value === null || !('fragment' in value) || !('tag' in value)) return null;
  const { fragment, tag } = value;
  if (typeof fragment !== 'string' || (typeof tag !== 'string' && tag !== null)) return null;
  return { fragment, tag };
}
