import { scenarios } from '../content/scenarios/index.ts';
import { assert } from '../lib/assert.ts';
import { openDocument } from './document/open-document.ts';
import { createInitialState } from './document/open-request.ts';
import { brokenLink, keptDraft, lostDocument, noStorage, olderDraft, unreadableDocument } from './state/messages.ts';
import type { AppState, Notice, Preferences } from './state/state.ts';
import { NOTHING_LOADED, type StoredDocument } from './state/stored-document.ts';
import type { TabStorage } from './storage/tab-storage.ts';

interface Options {
  /** The fragment of the address, with its `#`; empty for none. */
  readonly fragment: string;
  /** The id of the document that the address or the tab remembers. */
  readonly remembered: string | null;
  readonly storage: TabStorage;
  readonly preferences: Preferences;
  /** An embedded page stores nothing, and need not say so. */
  readonly isEmbedded: boolean;
}

interface Start {
  readonly state: AppState;
  /** The stored document that the page continues, if any. */
  readonly stored: StoredDocument | null;
}

/**
 * Opens what a page starts with: the link in its address, with the stored document that this link shows; without a link the
 * document of this tab, else the first scenario. A draft that is not opened is offered.
 */
export function openAtStart({ fragment, remembered, storage, preferences, isEmbedded }: Options): Start {
  const { stored, problem } = remembered === null ? NOTHING_LOADED : storage.load(remembered);
  const notices: Notice[] = problem ? [unreadableDocument(problem)] : [];
  if (storage.failure !== null && !isEmbedded) notices.push(noStorage(storage.failure));
  else if (remembered !== null && !stored && !problem) notices.push(lostDocument);
  const hasLink = fragment !== '';
  const address = hasLink || stored ? openDocument({ kind: 'address', fragment, stored }) : null;
  if (address && !address.ok) notices.push(brokenLink(address.error, fragment));
  const request = address?.ok ? address.value : openFallback(stored);
  const draft = request.stored ? null : storage.findDraft();
  const state = createInitialState(request, preferences);
  const offers = draft ? [hasLink ? keptDraft(draft.id, draft.title) : olderDraft(draft.id, draft.title)] : [];
  return {
    state: {
      ...state,
      introduced: preferences.introduced || hasLink || request.stored !== undefined || draft !== null,
      notices: [...notices, ...state.notices, ...offers],
    },
    stored: request.stored ?? null,
  };
}

/** What is opened where the address has nothing to open. */
function openFallback(stored: StoredDocument | null) {
  const [first] = scenarios.all;
  assert(first, 'there is no scenario to open');
  const request = openDocument(stored ? { kind: 'stored', stored } : { kind: 'scenario', id: first.id });
  assert(request.ok, request.ok ? '' : request.error);
  return request.value;
}
