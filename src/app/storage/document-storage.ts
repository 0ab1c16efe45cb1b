import { attempt } from '../../lib/attempt.ts';
import { err, type Result } from '../../lib/result.ts';
import type { Clock, KeyValue, Services } from '../state/services.ts';
import {
  type DocumentEntry,
  type DocumentProblem,
  type DocumentSnapshot,
  type LoadedDocument,
  NOTHING_LOADED,
  type StoredDocument,
} from '../state/stored-document.ts';
import { describeSnapshot, isOwnWork, titleOfSnapshot } from './describe-snapshot.ts';
import { exceedsSnapshotLimit, readSnapshot, writeSnapshot } from './document-snapshot.ts';
import { checkForm, findOmissions } from './snapshot-form.ts';
import {
  bytesKey,
  checksum,
  findProblem,
  hasUnknownFields,
  isEmptyRecord,
  isPointerKey,
  keysOfRecord,
  movedId,
  moveKey,
  newer,
  type Pieces,
  type Pointer,
  parsePointer,
  pointerKey,
  readRecord,
  recordOfKey,
  type StoredRecord,
  wholeBytes,
} from './stored-record.ts';

/**
 * Saved documents. Only one page writes a document, under an id of its own, so that no tab overwrites another's work: a
 * page that continues a document writes its own copy and then deletes the old one, unless that has changed since.
 *
 * A document is a pointer and the bytes that it points to. New bytes are written beside the old, read back, and only then
 * pointed to; so a whole document exists at every moment. Bytes that this version cannot read stay where they are: nothing
 * but `remove`, at the user's request, deletes or overwrites them.
 */
export interface DocumentStorage {
  /** Whether storage has a document with exactly this id, whole or not. */
  has(id: string): boolean;
  /** Reads a document, or the copy that replaced it. Changes nothing. */
  load(id: string): LoadedDocument;
  /**
   * Writes a document that continues `replaced`, which is deleted if this page knows all of it. Where something else stands
   * under the id, the document gets a new one. The error is a reason in lower case.
   */
  save(id: string, snapshot: DocumentSnapshot, replaced: StoredDocument | null): Result<StoredDocument, string>;
  /** Lists all documents, newest first, also those that this version cannot read. */
  list(): readonly DocumentEntry[];
  /** The newest document that passes a test and can be opened as it was saved; null for none. */
  findNewest(test: (entry: DocumentEntry) => boolean): DocumentEntry | null;
  /** Deletes a document with all its bytes. */
  remove(id: string): void;
  /** All that storage holds of a document; empty where there is none. */
  readPieces(id: string): Pieces;
  /**
   * Writes pieces where they were, or under a new id where something else is. Returns the id; the error is a reason in
   * lower case.
   */
  writePieces(pieces: Pieces): Result<string, string>;
}

const MAX_ANCESTORS = 20;

interface Options extends Pick<Services, 'newId'> {
  readonly clock: Pick<Clock, 'today'>;
}

export function createDocumentStorage(storage: KeyValue, { clock, newId }: Options): DocumentStorage {
  const read = (id: string) => readRecord(storage, id);
  const keysOf = (id: string) => storage.keys().filter((key) => recordOfKey(key) === id);
  const listIds = () => [...new Set(storage.keys().flatMap((key) => recordOfKey(key) ?? []))];
  const readPieces = (id: string): Pieces => new Map(keysOf(id).map((key) => [key, storage.get(key) ?? '']));
  const remove = (id: string) => {
    // The pointer goes last: a deletion that breaks off leaves a document that is still listed under its name.
    const keys = keysOf(id);
    for (const key of keys) if (!isPointerKey(key)) storage.remove(key);
    storage.remove(pointerKey(id));
  };

  const ancestorsOf = (id: string) => parsePointer(storage.get(pointerKey(id)))?.from ?? [];
  const findSuccessor = (id: string) => listIds().find((other) => ancestorsOf(other).includes(id));
  /** Where a document is: under its id, under that of the copy that replaced it, or where an earlier version moved it. */
  const locate = (requested: string): StoredRecord => {
    const record = read(requested);
    if (record.pointer !== null) return record;
    const others = [findSuccessor(requested) ?? requested, movedId(requested)];
    return others.map(read).find((one) => !isEmptyRecord(one)) ?? record;
  };

  /** Whether this page knows all that is stored of a document, so that newer bytes may take its place. */
  const isReplaceable = (record: StoredRecord, replaced: StoredDocument | null): boolean => {
    const whole = wholeBytes(record);
    return (
      whole.ok &&
      replaced?.id === record.id &&
      replaced.bytes === whole.value &&
      // What this page read or wrote need not be read again at every save.
      record.slots.every((bytes) => bytes === null || bytes === whole.value || readSnapshot(bytes).ok) &&
      keysOf(record.id).length === keysOfRecord(record).length
    );
  };

  /** Documents whose programs turned out to be unreadable, with the pointer that they had then. */
  const refused = new Map<string, { readonly pointer: string | null; readonly problem: DocumentProblem }>();
  const findProblemOf = (record: StoredRecord): DocumentEntry['unreadable'] => {
    const known = refused.get(record.id);
    if (known && known.pointer === record.pointer) {
      const { kind, reason, opened } = known.problem;
      return { kind, reason, hasCopy: opened !== 'nothing' };
    }
    const problem = findProblem(record);
    if (problem === null) return null;
    return { ...problem, hasCopy: record.slots.some((bytes) => bytes !== null && checkForm(bytes) === null) };
  };

  return {
    has: (id) => storage.get(pointerKey(id)) !== null,
    load(requested) {
      const record = locate(requested);
      const loaded = openRecord(record);
      const { problem } = loaded;
      if (problem && problem.opened !== 'part') refused.set(record.id, { pointer: record.pointer, problem });
      return loaded;
    },
    save(wanted, snapshot, replaced) {
      const excess = exceedsSnapshotLimit(snapshot);
      if (excess !== null) return err(excess);
      const bytes = writeSnapshot(snapshot);
      return attempt(() => {
        const before = read(wanted);
        const id = isEmptyRecord(before) || isReplaceable(before, replaced) ? wanted : newId();
        const former = storage.get(pointerKey(id));
        const slot = parsePointer(former)?.slot === 0 ? 1 : 0;
        const older = replaced && replaced.id !== id ? [replaced.id, ...ancestorsOf(replaced.id)] : [];
        const pointer: Pointer = {
          slot,
          sum: checksum(bytes),
          at: clock.today(),
          title: titleOfSnapshot(snapshot),
          about: describeSnapshot(snapshot),
          size: bytes.length,
          own: isOwnWork(snapshot),
          from: [...new Set([...older, ...ancestorsOf(id)])].slice(0, MAX_ANCESTORS),
        };
        const written = attempt(() => {
          write(storage, bytesKey(id, slot), bytes);
          write(storage, pointerKey(id), JSON.stringify(pointer));
        });
        if (!written.ok) {
          // Bytes without a pointer would only take room from the next attempt.
          attempt(() => {
            if (former === null) storage.remove(pointerKey(id));
            else if (storage.get(pointerKey(id)) !== former) write(storage, pointerKey(id), former);
            storage.remove(bytesKey(id, slot));
          });
          throw new Error(written.error);
        }
        // The document is safe: a failure from here on leaves one copy too many.
        attempt(() => {
          storage.remove(bytesKey(id, 1 - slot));
          if (replaced && replaced.id !== id && isReplaceable(read(replaced.id), replaced)) remove(replaced.id);
        });
        return { id, snapshot, bytes, kept: true };
      });
    },
    list: () =>
      sortByTime(
        listIds().map((id) => {
          const record = read(id);
          return { ...describePointer(record), unreadable: findProblemOf(record) };
        }),
      ),
    findNewest(test) {
      const pointers = listIds().map((id) => ({ id, pointer: storage.get(pointerKey(id)) }));
      const entries = sortByTime(pointers.map((one) => ({ ...describePointer(one), unreadable: null })));
      return entries.find((entry) => test(entry) && findProblemOf(read(entry.id)) === null) ?? null;
    },
    remove,
    readPieces,
    writePieces(pieces) {
      return attempt(() => {
        const [first = ''] = pieces.keys();
        const original = recordOfKey(first);
        if (original === null) throw new Error('it has no document');
        const isFree = keysOf(original).length === 0;
        const id = isFree ? original : newId();
        const written = attempt(() => {
          // In this order the pointer is last.
          for (const [key, value] of [...pieces].sort()) write(storage, isFree ? key : moveKey(key, id), value);
        });
        if (written.ok) return id;
        attempt(() => remove(id));
        throw new Error(written.error);
      });
    },
  };
}

/** Opens what can be read of a record: the last save, else an older or a damaged copy, which is then never replaced. */
function openRecord(record: StoredRecord): LoadedDocument {
  const { id, slots } = record;
  if (isEmptyRecord(record)) return NOTHING_LOADED;
  const { title } = describePointer(record);
  const whole = wholeBytes(record);
  const read = whole.ok ? readSnapshot(whole.value) : null;
  if (whole.ok && read?.ok) {
    const omission = findOmissions(whole.value, read.value);
    const isKnown = omission === null && !hasUnknownFields(record.pointer);
    return {
      stored: { id, snapshot: read.value, bytes: isKnown ? whole.value : null, kept: true },
      problem: omission === null ? null : { ...newer(omission), id, title, opened: 'part' },
    };
  }
  // The form of a newer version says more than the program that this one does not find in it.
  const reason = whole.ok ? newer(checkForm(whole.value) ?? (read && !read.ok ? read.error : '')) : whole.error;
  const last = parsePointer(record.pointer)?.slot ?? 0;
  for (const slot of [last, 1 - last]) {
    const bytes = slots[slot] ?? null;
    const copy = bytes === null ? null : readSnapshot(bytes);
    if (!copy?.ok) continue;
    const stored = { id, snapshot: copy.value, bytes: null, kept: true };
    return { stored, problem: { ...reason, id, title, opened: slot === last ? 'damaged' : 'older' } };
  }
  return { stored: null, problem: { ...reason, id, title, opened: 'nothing' } };
}

/** What a list says about a document without reading its bytes. */
function describePointer({ id, pointer }: Pick<StoredRecord, 'id' | 'pointer'>): Omit<DocumentEntry, 'unreadable'> {
  const { at = null, title = '', about = '', size = 0, own = true } = parsePointer(pointer) ?? {};
  return { id, at, title, about, size, own };
}

/** The newest first; those whose time is unknown last. */
const sortByTime = <T extends Pick<DocumentEntry, 'at'>>(entries: readonly T[]): readonly T[] =>
  entries.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));

function write(storage: KeyValue, key: string, value: string): void {
  storage.set(key, value);
  if (storage.get(key) !== value) throw new Error('the stored data does not match what was written');
}
