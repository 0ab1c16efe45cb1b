import { is, record, string } from 'valibot';
import { attempt, reasonOf } from '../../lib/attempt.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Documents } from './documents.ts';
import { type Pieces, recordOfKey } from './stored-record.ts';

/** A file that the user chose; `text` fails where the browser cannot read it. */
export type ChosenFile = Pick<File, 'name' | 'size' | 'text'>;

/** Adds the document of an exported file to the list, or opens a text in any form that can be pasted. */
export async function openFile(documents: Documents, file: ChosenFile): Promise<void> {
  const { name, size } = file;
  if (size > MAX_FILE_SIZE) {
    documents.refuse(name, `it has ${size} bytes, at most ${MAX_FILE_SIZE} are read`);
    return;
  }
  const content = await file.text().then(ok, (error) => err(reasonOf(error)));
  if (!content.ok) {
    documents.refuse(name, content.error);
    return;
  }
  const pieces = readDocumentFile(content.value);
  if (pieces === null) documents.openText(name, content.value);
  else if (pieces.ok) documents.add(name, pieces.value);
  else documents.refuse(name, pieces.error);
}

/** Bytes of a file that is read: more than browsers store for a page. */
const MAX_FILE_SIZE = 32_000_000;

/** Reads such a file; null if the text is something else. The error is one clause in lower case. */
export function readDocumentFile(text: string): Result<Pieces, string> | null {
  const parsed = attempt((): unknown => JSON.parse(text));
  if (!parsed.ok || !is(record(string(), string()), parsed.value)) return null;
  const pieces = new Map(Object.entries(parsed.value));
  const owners = new Set([...pieces.keys()].map(recordOfKey));
  if (owners.size !== 1) return err(`it has ${owners.size} documents, a file has one`);
  return owners.has(null) ? err('it is not a document of this page') : ok(pieces);
}
