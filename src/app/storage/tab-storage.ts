import { attempt } from '../../lib/attempt.ts';
import { err, type Result } from '../../lib/result.ts';
import type { Services } from '../state/services.ts';
import type { DocumentEntry, DocumentSnapshot, LoadedDocument, StoredDocument } from '../state/stored-document.ts';
import { describeSnapshot, isOwnWork, titleOfSnapshot } from './describe-snapshot.ts';
import { createDocumentStorage, type DocumentStorage, PREFIX } from './document-storage.ts';

/** The documents of this browser as one tab sees them; what storage refuses is kept in memory. */
export interface TabStorage {
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
  /** The newest document of the user's own work, unless the user declined to continue it. */
  findDraft(): DocumentEntry | null;
  /** Declines all drafts that exist now. */
  declineDrafts(): void;
}

const TAB = `${PREFIX}tab`;
const DECLINED = `${PREFIX}declined`;

export function createTabStorage({ local, tab, clock }: Pick<Services, 'local' | 'tab' | 'clock'>): TabStorage {
  const storage: DocumentStorage | null = local && createDocumentStorage(local, clock);
  /** What storage refused, until it accepts it. */
  const inMemory = new Map<string, { readonly snapshot: DocumentSnapshot; readonly at: number }>();
  /** Asks storage; `otherwise` where there is none or it fails. */
  const ask = <T>(question: (storage: DocumentStorage) => T, otherwise: T): T => {
    const answer = attempt(() => (storage ? question(storage) : otherwise));
    return answer.ok ? answer.value : otherwise;
  };
  return {
    has: (id) => inMemory.has(id) || ask((one) => one.has(id), false),
    load(id) {
      const snapshot = inMemory.get(id)?.snapshot;
      return snapshot
        ? { stored: { id, snapshot, bytes: null }, damaged: null }
        : ask((one) => one.load(id), { stored: null, damaged: null });
    },
    save(id, snapshot, replaced) {
      const saved: Result<StoredDocument, string> =
        storage?.save(id, snapshot, replaced) ?? err('no storage is available to this page');
      if (saved.ok) {
        inMemory.delete(id);
        attempt(() => tab?.set(TAB, id));
        return { stored: saved.value, error: null };
      }
      inMemory.set(id, { snapshot, at: clock.today() });
      return { stored: { id, snapshot, bytes: null }, error: saved.error };
    },
    lastId() {
      const id = attempt(() => tab?.get(TAB) ?? null);
      return id.ok ? id.value : null;
    },
    list() {
      const stored = ask((one) => one.list(), []).filter(({ id }) => !inMemory.has(id));
      const unsaved = [...inMemory].map(([id, { snapshot, at }]) => ({
        ...{ id, at, title: titleOfSnapshot(snapshot) },
        ...{ about: describeSnapshot(snapshot), own: isOwnWork(snapshot) },
      }));
      return [
        ...unsaved.map((one) => ({ ...one, size: 0, kept: false })),
        ...stored.map((one) => ({ ...one, kept: true })),
      ].sort((a, b) => b.at - a.at);
    },
    remove(id) {
      inMemory.delete(id);
      return attempt(() => storage?.remove(id)).ok;
    },
    findDraft() {
      const declined = attempt(() => Number(local?.get(DECLINED) ?? 0));
      const newest = ask((one) => one.list(), []).find(({ own }) => own);
      return newest && newest.at > (declined.ok ? declined.value || 0 : 0) ? newest : null;
    },
    declineDrafts() {
      attempt(() => local?.set(DECLINED, String(clock.today())));
    },
  };
}
