import { err, type Result } from '../../lib/result.ts';
import type { Services } from '../state/services.ts';
import {
  aboutOf,
  attempt,
  type Damaged,
  type Draft,
  isOwn,
  PREFIX,
  type Shelf,
  type Shelved,
  shelfOn,
  titleOf,
} from './document-storage.ts';
import type { Saved } from './saved.ts';

/** The drafts of this browser as one tab sees them; where nothing can be kept, those of this page alone. */
export interface Drafts {
  /** Whether a document is kept under exactly this id. */
  has(id: string): boolean;
  load(id: string): { readonly shelved: Shelved | null; readonly damaged: Damaged | null };
  /** Saves, in memory at least. The error says why it will not outlive the page. */
  save(
    id: string,
    saved: Saved,
    instead: Shelved | null,
  ): { readonly shelved: Shelved; readonly refused: string | null };
  /** The document that this tab worked on before it was loaded anew; null for none. */
  lastOfTab(): string | null;
  /** All that are kept, and those that are only in this page, the newest first. */
  list(): readonly (Draft & { readonly kept: boolean })[];
  /** Takes a document away; false where the browser refuses to. */
  remove(id: string): boolean;
  /** The newest draft of a person's own, if that was not declined. */
  newest(): Draft | null;
  /** The person does not want to be asked about the drafts that there are now. */
  decline(): void;
}

const TAB = `${PREFIX}tab`;
const DECLINED = `${PREFIX}declined`;

export function draftsOf({ local, tab, clock }: Pick<Services, 'local' | 'tab' | 'clock'>): Drafts {
  const shelf: Shelf | null = local && shelfOn(local, clock);
  /** What storage refused, until it takes it. */
  const spare = new Map<string, { readonly saved: Saved; readonly at: number }>();
  const none = { shelved: null, damaged: null };
  const stored = <T>(ask: (shelf: Shelf) => T, otherwise: T): T => {
    const answer = attempt(() => (shelf ? ask(shelf) : otherwise));
    return answer.ok ? answer.value : otherwise;
  };
  return {
    has: (id) => spare.has(id) || stored((one) => one.has(id), false),
    load(id) {
      const saved = spare.get(id)?.saved;
      return saved ? { shelved: { id, saved, bytes: null }, damaged: null } : stored((one) => one.load(id), none);
    },
    save(id, saved, instead) {
      const kept: Result<Shelved, string> = shelf?.save(id, saved, instead) ?? err('it has no storage for this page');
      if (kept.ok) {
        spare.delete(id);
        attempt(() => tab?.set(TAB, id));
        return { shelved: kept.value, refused: null };
      }
      spare.set(id, { saved, at: clock.today() });
      return { shelved: { id, saved, bytes: null }, refused: kept.error };
    },
    lastOfTab() {
      const id = attempt(() => tab?.get(TAB) ?? null);
      return id.ok ? id.value : null;
    },
    list() {
      const stay = stored((one) => one.list(), []).filter(({ id }) => !spare.has(id));
      const pass = [...spare].map(([id, { saved, at }]) => ({
        ...{ id, at, title: titleOf(saved) },
        ...{ about: aboutOf(saved), own: isOwn(saved) },
      }));
      return [
        ...pass.map((one) => ({ ...one, size: 0, kept: false })),
        ...stay.map((one) => ({ ...one, kept: true })),
      ].sort((a, b) => b.at - a.at);
    },
    remove(id) {
      spare.delete(id);
      return attempt(() => shelf?.remove(id)).ok;
    },
    newest() {
      const declined = attempt(() => Number(local?.get(DECLINED) ?? 0));
      const newest = stored((one) => one.list(), []).find(({ own }) => own);
      return newest && newest.at > (declined.ok ? declined.value || 0 : 0) ? newest : null;
    },
    decline() {
      attempt(() => local?.set(DECLINED, String(clock.today())));
    },
  };
}
