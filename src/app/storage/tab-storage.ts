import { attempt } from '../../lib/attempt.ts';
import { err, type Result } from '../../lib/result.ts';
import type { KeyValue, Services } from '../state/services.ts';
import {
  type DocumentEntry,
  type DocumentSnapshot,
  type LoadedDocument,
  NOTHING_LOADED,
  type StoredDocument,
} from '../state/stored-document.ts';
import { describeSnapshot, isOwnWork, titleOfSnapshot } from './describe-snapshot.ts';
import { createDocumentStorage, type DocumentStorage } from './document-storage.ts';
import { type Pieces, PREFIX } from './stored-record.ts';

/** The documents of this browser as one tab sees them; what storage refuses is kept in memory. */
export interface TabStorage {
  /** Why nothing could be saved when the page began, one clause in lower case; null where it could. */
  readonly failure: string | null;
  /** Whether there is a document with exactly this id. */
  has(id: string): boolean;
  load(id: string): LoadedDocument;
  /** Saves, at least in memory. `error` says why the document will not outlive the page. */
  save(
    id: string,
    snapshot: DocumentSnapshot,
    replaced: StoredDocument | null,
  ): { readonly stored: StoredDocument; readonly error: string | null };
  /** The document that this tab saved last, also before a reload; null for none. */
  lastId(): string | null;
  /** Lists all documents, newest first; `kept` is false for those in memory only. */
  list(): readonly (DocumentEntry & { readonly kept: boolean })[];
  /** Deletes a document; false where the browser refuses to. */
  remove(id: string): boolean;
  /** All that is stored of a document, byte for byte; empty where there is none. */
  readPieces(id: string): Pieces;
  /** What would be stored of a snapshot. */
  packSnapshot(snapshot: DocumentSnapshot): Pieces;
  /** Stores pieces again, at least in memory. `id` is null and `error` the reason where nothing in them can be kept. */
  writePieces(pieces: Pieces): { readonly id: string | null; readonly error: string | null };
  /** The newest document of the user's own work, unless the user declined to continue it. */
  findDraft(): DocumentEntry | null;
  /** Declines all drafts that exist now. */
  declineDrafts(): void;
}

const TAB = `${PREFIX}tab`;
const DECLINED = `${PREFIX}declined`;
const PROBE = `${PREFIX}probe`;

interface InMemory {
  readonly stored: StoredDocument;
  readonly at: number;
}

export function createTabStorage(services: Pick<Services, 'local' | 'tab' | 'clock' | 'newId'>): TabStorage {
  const { local, tab, clock } = services;
  const storage: DocumentStorage | null = local && createDocumentStorage(local, services);
  /** What storage refused, until it accepts it. */
  const inMemory = new Map<string, InMemory>();
  const keepInMemory = (stored: StoredDocument) => inMemory.set(stored.id, { stored, at: clock.today() });
  /** Asks storage; `otherwise` where there is none or it fails. */
  const ask = <T>(question: (storage: DocumentStorage) => T, otherwise: T): T => {
    const answer = attempt(() => (storage ? question(storage) : otherwise));
    return answer.ok ? answer.value : otherwise;
  };
  const packSnapshot = (snapshot: DocumentSnapshot): Pieces => {
    const id = services.newId();
    const copy = createDocumentStorage(memoryStorage(), services);
    copy.save(id, snapshot, null);
    return copy.readPieces(id);
  };
  return {
    failure: findFailure(local),
    has: (id) => inMemory.has(id) || ask((one) => one.has(id), false),
    load(id) {
      const stored = inMemory.get(id)?.stored;
      return stored ? { stored, problem: null } : ask((one) => one.load(id), NOTHING_LOADED);
    },
    save(id, snapshot, replaced) {
      const saved: Result<StoredDocument, string> = storage?.save(id, snapshot, replaced) ?? err(NO_STORAGE);
      if (saved.ok) {
        inMemory.delete(id);
        attempt(() => tab?.set(TAB, saved.value.id));
        return { stored: saved.value, error: null };
      }
      // What storage has under this id is still known, so that a later save may replace it.
      const bytes = replaced?.id === id ? replaced.bytes : null;
      const stored = { id, snapshot, bytes, kept: false };
      keepInMemory(stored);
      return { stored, error: saved.error };
    },
    lastId() {
      const id = attempt(() => tab?.get(TAB) ?? null);
      return id.ok ? id.value : null;
    },
    list() {
      const stored = ask((one) => one.list(), []).filter(({ id }) => !inMemory.has(id));
      const unsaved = [...inMemory].map(([id, { stored: one, at }]) => ({
        ...{ id, at, title: titleOfSnapshot(one.snapshot), about: describeSnapshot(one.snapshot), size: 0 },
        ...{ own: isOwnWork(one.snapshot), unreadable: null, kept: false },
      }));
      const all = [...unsaved, ...stored.map((one) => ({ ...one, kept: true }))];
      return all.sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
    },
    remove(id) {
      inMemory.delete(id);
      return attempt(() => storage?.remove(id)).ok;
    },
    readPieces(id) {
      const unsaved = inMemory.get(id)?.stored;
      return unsaved ? packSnapshot(unsaved.snapshot) : ask<Pieces>((one) => one.readPieces(id), new Map());
    },
    packSnapshot,
    writePieces(pieces) {
      const written: Result<string, string> = storage?.writePieces(pieces) ?? err(NO_STORAGE);
      if (written.ok) return { id: written.value, error: null };
      const copy = createDocumentStorage(memoryStorage(), services);
      const id = copy.writePieces(pieces);
      const stored = id.ok ? copy.load(id.value).stored : null;
      if (stored) keepInMemory({ ...stored, bytes: null, kept: false });
      return { id: stored?.id ?? null, error: written.error };
    },
    findDraft() {
      const declined = attempt(() => Number(local?.get(DECLINED) ?? 0));
      const newest = ask((one) => one.findNewest(({ own }) => own), null);
      return newest && (newest.at ?? 0) > (declined.ok ? declined.value || 0 : 0) ? newest : null;
    },
    declineDrafts() {
      attempt(() => local?.set(DECLINED, String(clock.today())));
    },
  };
}

const NO_STORAGE = 'no storage is available to this page';

/** Tries to write, so that a page says at once, not at the first edit, that it cannot save. */
function findFailure(local: KeyValue | null): string | null {
  if (!local) return NO_STORAGE;
  const tried = attempt(() => {
    local.set(PROBE, PROBE);
    const read = local.get(PROBE);
    local.remove(PROBE);
    if (read !== PROBE) throw new Error('the stored data does not match what was written');
  });
  return tried.ok ? null : tried.error;
}

/** A storage that lasts as long as the page. */
function memoryStorage(): KeyValue {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  };
}
