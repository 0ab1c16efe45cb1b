import type { DamagedDocument } from '../storage/stored-document.ts';
import type { Notice } from './state.ts';

/** What a page says about links, drafts, storage and versions. A notice replaces an older one with its id. */

export const brokenLink = (error: string, original: string): Notice => ({
  id: 'link',
  severity: 'error',
  text: `The link was not opened: ${error}. Your own work is as it was.`,
  original,
});

/** Reports a link whose query is invalid; its program was opened. */
export const notAsked = (error: string, original: string): Notice => ({
  id: 'question',
  severity: 'error',
  text: `Could not run the query in the link: ${error}. Its program was opened.`,
  original,
});

/** What a link asked for and did not get; none where all is there. */
export const linkRemarks = ({ remark }: { readonly remark?: string }): readonly Notice[] =>
  remark === undefined ? [] : [{ id: 'link', severity: 'info', text: remark }];

export const damagedSave = ({ reason, original }: DamagedDocument): Notice => ({
  id: 'damaged',
  severity: 'error',
  text: `Saved work could not be read whole: ${reason}. It is kept as it is.`,
  original,
});

export const keptDraft = (document: string, title: string): Notice => ({
  id: 'draft',
  severity: 'info',
  text: `Your draft "${title}" is kept.`,
  action: { kind: 'open', label: 'Open it', document },
});

export const olderDraft = (document: string, title: string): Notice => ({
  id: 'draft',
  severity: 'info',
  text: `Continue where you left off: ${title}`,
  action: { kind: 'open', label: 'Continue', document },
});

/** The browser may have refused this once, or another tab may have thrown everything away. */
export const missingDraft = (document: string): Notice => ({
  id: 'draft',
  severity: 'error',
  text: 'That draft cannot be found in this browser now.',
  action: { kind: 'open', label: 'Try again', document },
});

export const notKept = (reason: string): Notice => ({
  id: 'storage',
  severity: 'error',
  text: `This browser does not keep your work: ${reason}. It goes on in this tab; copy the link or the text to keep it.`,
});

export const newerReady: Notice = {
  id: 'newer',
  severity: 'info',
  text: 'A new version of this page is ready.',
  action: { kind: 'use-newer', label: 'Use it', anyway: false },
};

export const newerNotLoaded: Notice = {
  ...newerReady,
  severity: 'error',
  text: 'This browser does not keep your work: the new version would begin with what the address has of it, without undo.',
  action: { kind: 'use-newer', label: 'Use it all the same', anyway: true },
};

/** What was to be copied could not be written in the first place. */
export const notMade = (what: string, reason: string): Notice => ({
  id: 'copy',
  severity: 'error',
  text: `There is nothing to copy as ${what}: ${reason}.`,
});

export const notCopied = (what: string, reason: string, original: string): Notice => ({
  id: 'copy',
  severity: 'error',
  text: `The clipboard did not take ${what}: ${reason}. It stands here.`,
  original,
});

export const notPasted = (reason: string): Notice => ({
  id: 'paste',
  severity: 'error',
  text: `The clipboard was not read: ${reason}. Allow it where the browser asks, or paste into the program text.`,
});

export const deleted = (document: string, title: string): Notice => ({
  id: `deleted ${document}`,
  severity: 'info',
  text: `"${title}" is deleted.`,
  action: { kind: 'bring-back', label: 'Bring it back', document },
});

/** The notice of what could not be done with documents. */
export const DOCUMENTS = 'documents';

export const notDone = (what: string, reason: string): Notice => ({
  id: DOCUMENTS,
  severity: 'error',
  text: `Cannot ${what}: ${reason}.`,
});
