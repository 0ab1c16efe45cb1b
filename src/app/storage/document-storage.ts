import {
  array,
  boolean,
  fallback,
  type InferOutput,
  number,
  object,
  picklist,
  pipe,
  string,
  transform,
  unknown,
} from 'valibot';
import { attempt } from '../../lib/attempt.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { validate } from '../../lib/validate.ts';
import type { Clock, KeyValue } from '../state/services.ts';
import type { DocumentEntry, DocumentSnapshot, LoadedDocument, StoredDocument } from '../state/stored-document.ts';
import { describeSnapshot, isOwnWork, titleOfSnapshot } from './describe-snapshot.ts';
import { readSnapshot, writeSnapshot } from './document-snapshot.ts';

/**
 * Saved documents. Only one page writes a document, under an id of its own, so that no tab overwrites another's work: a
 * page that continues a document writes its own copy and then deletes the old one, unless that has changed since.
 *
 * A document is a pointer and the bytes that it points to. New bytes are written beside the old, read back, and only then
 * pointed to; so a whole document exists at every moment. Unreadable bytes are moved aside, never deleted.
 */
export interface DocumentStorage {
  /** Whether storage has a document with exactly this id, whole or not. */
  has(id: string): boolean;
  /** Reads a document, or the copy that replaced it. */
  load(id: string): LoadedDocument;
  /** Writes a document; `replaced` is an older copy that it replaces. The error is a reason in lower case. */
  save(id: string, snapshot: DocumentSnapshot, replaced: StoredDocument | null): Result<StoredDocument, string>;
  /** Lists all documents, newest first. */
  list(): readonly DocumentEntry[];
  /** Deletes a document. */
  remove(id: string): void;
}

/** How many documents are kept; when one more is added, the one that has not changed for longest is deleted. */
export const MAX_DOCUMENTS = 100;

/** The beginning of all keys; another version has another number, and its keys are left alone. */
export const PREFIX = 'lazymmu/1/';
const pointerKey = (id: string) => `${PREFIX}doc/${id}`;
/** Whether a key of storage holds the pointer to a document, which is written last. */
export const isPointerKey = (key: string): boolean => key.startsWith(pointerKey(''));
const bytesKey = (id: string, slot: number) => `${PREFIX}bytes/${id}/${slot}`;
const unreadableKey = (id: string, n: number) => `${PREFIX}unreadable/${id}/${n}`;

/** A pointer; `from` are the ids of older copies that this one replaced, so that they still lead here. */
const pointerSchema = object({
  slot: picklist([0, 1]),
  sum: number(),
  at: number(),
  title: fallback(string(), ''),
  about: fallback(string(), ''),
  size: fallback(number(), 0),
  own: fallback(boolean(), true),
  from: fallback(
    pipe(
      array(unknown()),
      transform((ids) => ids.filter((id) => typeof id === 'string')),
    ),
    [],
  ),
});
type Pointer = InferOutput<typeof pointerSchema>;

const MAX_ANCESTORS = 20;

export function createDocumentStorage(storage: KeyValue, clock: Pick<Clock, 'today'>): DocumentStorage {
  const readPointer = (id: string): Pointer | null => parsePointer(storage.get(pointerKey(id)));

  /** The bytes that a document's pointer names, if they are still the ones that were written. */
  const soundBytes = (id: string): string | null => {
    const pointer = readPointer(id);
    const bytes = pointer && storage.get(bytesKey(id, pointer.slot));
    return pointer && typeof bytes === 'string' && checksum(bytes) === pointer.sum ? bytes : null;
  };

  const remove = (id: string) => {
    storage.remove(pointerKey(id));
    for (const slot of [0, 1]) storage.remove(bytesKey(id, slot));
  };

  /** Moves unreadable bytes aside, whole; where there is no room for a copy they stay where they are. */
  const moveAside = (id: string, pieces: readonly string[]) =>
    attempt(() => {
      pieces.forEach((bytes, n) => {
        write(storage, unreadableKey(id, n), bytes);
      });
      remove(id);
    });

  const listIds = () => {
    const start = pointerKey('');
    return storage.keys().flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
  };
  const list = (): readonly DocumentEntry[] =>
    listIds()
      .flatMap((id): DocumentEntry[] => {
        const pointer = readPointer(id);
        if (!pointer) return [];
        const { at, title, about, size, own } = pointer;
        return [{ id, at, title, about, size, own }];
      })
      .sort((a, b) => b.at - a.at);
  const findSuccessor = (id: string) => listIds().find((other) => readPointer(other)?.from.includes(id));

  return {
    has: (id) => storage.get(pointerKey(id)) !== null,
    load(requested) {
      const id = storage.get(pointerKey(requested)) === null ? (findSuccessor(requested) ?? requested) : requested;
      const sound = soundBytes(id);
      const read = sound === null ? err('the stored data has changed since it was written') : readSnapshot(sound);
      if (sound !== null && read.ok) return { stored: { id, snapshot: read.value, bytes: sound }, damaged: null };
      const remaining = [0, 1].map((slot) => storage.get(bytesKey(id, slot))).filter((bytes) => bytes !== null);
      const [original] = sound === null ? remaining : [sound];
      if (original === undefined) return { stored: null, damaged: null };
      const damaged = { reason: read.ok ? '' : read.error, original };
      // A page that was killed while it wrote leaves the older bytes beside the new.
      for (const bytes of remaining) {
        const older = readSnapshot(bytes);
        if (older.ok) return { stored: { id, snapshot: older.value, bytes: null }, damaged };
      }
      moveAside(id, remaining);
      return { stored: null, damaged };
    },
    save(id, snapshot, replaced) {
      const bytes = writeSnapshot(snapshot);
      const old = attempt(() => readPointer(id));
      const ancestorsOf = (older: StoredDocument | null): string[] => {
        const own = old.ok && old.value ? old.value.from : [];
        const known = older && older.id !== id ? [older.id, ...(readPointer(older.id)?.from ?? [])] : [];
        return [...new Set([...known, ...own])].slice(0, MAX_ANCESTORS);
      };
      const slot = old.ok && old.value?.slot === 0 ? 1 : 0;
      const written = attempt(() => {
        write(storage, bytesKey(id, slot), bytes);
        const pointer: Pointer = {
          slot,
          sum: checksum(bytes),
          at: clock.today(),
          title: titleOfSnapshot(snapshot),
          about: describeSnapshot(snapshot),
          size: bytes.length,
          own: isOwnWork(snapshot),
          from: ancestorsOf(replaced),
        };
        write(storage, pointerKey(id), JSON.stringify(pointer));
      });
      if (!written.ok) {
        // Bytes without a pointer would only take room from the next attempt.
        attempt(() => {
          if (readPointer(id)?.slot !== slot) storage.remove(bytesKey(id, slot));
        });
        return written;
      }
      // The document is safe: a failure from here on leaves one copy too many.
      attempt(() => {
        storage.remove(bytesKey(id, 1 - slot));
        if (replaced?.bytes && replaced.id !== id && soundBytes(replaced.id) === replaced.bytes) remove(replaced.id);
        const isNew = old.ok && old.value === null;
        if (isNew) for (const { id: oldest } of list().slice(MAX_DOCUMENTS)) remove(oldest);
      });
      return ok({ id, snapshot, bytes });
    },
    list,
    remove,
  };
}

function write(storage: KeyValue, key: string, value: string): void {
  storage.set(key, value);
  if (storage.get(key) !== value) throw new Error('the stored data does not match what was written');
}

function parsePointer(json: string | null): Pointer | null {
  const parsed = attempt((): unknown => JSON.parse(json ?? 'null'));
  const pointer = parsed.ok ? validate(pointerSchema, parsed.value) : parsed;
  return pointer.ok ? pointer.value : null;
}

/** Sums UTF-16 units (FNV-1a): detects damage, not forgery. */
function checksum(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}
