import type { Pieces } from './stored-record.ts';

/**
 * A document as a file: its stored values by their keys, as JSON. JSON keeps every UTF-16 unit, even of damaged text, so
 * that a file restores exactly what was stored.
 */
export const writeDocumentFile = (pieces: Pieces): string => `${JSON.stringify(Object.fromEntries(pieces), null, 1)}\n`;

/** A file name that every system accepts. */
export function fileNameOf(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]{1,40}/g) ?? [];
  return `${words.slice(0, 6).join('-').slice(0, 60) || 'document'}.lazymmu.json`;
}
