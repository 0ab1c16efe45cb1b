import { scenarios } from '../content/scenarios/index.ts';
import { assert } from '../lib/assert.ts';
import { deepEqual } from '../lib/deep-equal.ts';
import { asking, contentOf, contentOfSaved, initialState, type Opening, placeOf } from './document/opening.ts';
import { openScenario } from './document/scenario-document.ts';
import { openLink } from './share/open-link.ts';
import { brokenLink, damagedSave, keptDraft, linkRemarks, olderDraft } from './state/messages.ts';
import type { AppState, Notice, Preferences } from './state/state.ts';
import { shownIn } from './state/visible-architectures.ts';
import type { Shelved } from './storage/document-storage.ts';
import type { Drafts } from './storage/drafts.ts';

interface Circumstances {
  /** The fragment of the address, with its `#`; empty for none. */
  readonly fragment: string;
  /** The id of the document that the address or the tab remembers. */
  readonly remembered: string | null;
  readonly drafts: Drafts;
  readonly preferences: Preferences;
}

/** A page as it starts, and the saved document that it goes on with, if any. */
interface Started {
  readonly state: AppState;
  readonly shelved: Shelved | null;
}

/**
 * What a page opens: the link in its address, with the saved document that this link is of; without a link the document
 * of this tab, else the first scenario. A draft that is not opened is offered.
 */
export function start({ fragment, remembered, drafts, preferences }: Circumstances): Started {
  const { shelved, damaged } = remembered === null ? { shelved: null, damaged: null } : drafts.load(remembered);
  const link = fragment === '' ? null : openLink(fragment);
  const opening = link?.ok ? link.value : null;
  const notices: Notice[] = [];
  if (damaged) notices.push(damagedSave(damaged));
  if (link && !link.ok) notices.push(brokenLink(link.error, fragment));
  if (opening) notices.push(...linkRemarks(opening));
  if (shelved && (!opening || isOf(shelved, opening))) {
    const content = contentOfSaved(shelved.saved, null);
    const place = opening ? placeOf(content.trace, opening) : {};
    return {
      state: {
        ...initialState({ ...content, ...place }, preferences),
        ...{ introduced: true, notices },
        ...asking(opening ?? {}),
      },
      shelved,
    };
  }
  const [first] = scenarios.all;
  assert(first, 'there is no scenario to open');
  const draft = drafts.newest();
  if (draft) notices.push(link ? keptDraft(draft.id, draft.title) : olderDraft(draft.id, draft.title));
  const content = contentOf(opening ?? openScenario(first), null);
  const introduced = preferences.introduced || link !== null || draft !== null;
  const state = { ...initialState(content, preferences), introduced, notices, ...asking(opening ?? {}) };
  return { state, shelved: null };
}

/** Whether a link shows what a saved document has. */
export const isOf = ({ saved }: Shelved, { document }: Opening): boolean =>
  deepEqual(saved.document.program, document.program) &&
  deepEqual(saved.document.setup, document.setup) &&
  deepEqual(shownIn(saved.document), shownIn(document));
