import { is, record, string } from 'valibot';
import { attempt } from '../../lib/attempt.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { type Pieces, recordOfKey } from './stored-record.ts';

/**
 * A document as a file: its stored values by their keys, as JSON. JSON keeps every UTF-16 unit, even of damaged text, so
 * that a file restores exactly what was stored.
 */
export const writeDocumentFile = (pieces: Pieces): string => `${JSON.stringify(Object.fromEntries(pieces), null, 1)}\n`;

/** Bytes of a file that is read: more than browsers store for a page. */
export const MAX_FILE_SIZE = 32_000_000;

/** Reads such a file; null if the text is something else. The error is one clause in lower case. */
export function readDocumentFile(text: string): Result<Pieces, string> | null {
  const parsed = attempt((): unknown => JSON.parse(text));
  if (!parsed.ok || !is(record(string(), string()), parsed.value)) return null;
  const pieces = new Map(Object.entries(parsed.value));
  const owners = new Set([...pieces.keys()].map(recordOfKey));
  if (owners.size !== 1) return err(`it has ${owners.size} documents, a file has one`);
  return owners.has(null) ? err('it is not a document of this page') : ok(pieces);
}

/** A file name that every system accepts. */
export function fileNameOf(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]{1,40}/g) ?? [];
  return `${words.slice(0, 6).join('-').slice(0, 60) || 'document'}.lazymmu.json`;
}
