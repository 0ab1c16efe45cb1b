import type { Notice } from './state.ts';
import type { DocumentProblem } from './stored-document.ts';

/** Id of the notice about a document that could not be read as it was saved. */
export const DAMAGED = 'damaged';
/** Id of the notice that the browser does not save. */
export const STORAGE = 'storage';

/** Notices about links, drafts, storage and versions. A notice replaces an older one with its id. */

export const brokenLink = (error: string, original: string): Notice => ({
  id: 'link',
  severity: 'error',
  text: `Could not open the link: ${error}. Your work is unchanged.`,
  original,
});

/** Reports a link whose query is invalid; its program was opened. */
export const notAsked = (error: string, original: string): Notice => ({
  id: 'query',
  severity: 'error',
  text: `Could not run the query in the link: ${error}. Its program was opened.`,
  original,
});

/** Tells which parts of a link could not be shown; empty where all could. */
export const linkRemarks = ({ remark }: { readonly remark?: string }): readonly Notice[] =>
  remark === undefined ? [] : [{ id: 'link', severity: 'info', text: remark }];

/** Tells that a document could not be read as it was saved, and what was opened of it. */
export const unreadableDocument = ({ id, title, kind, reason, opened }: DocumentProblem): Notice => {
  const name = title === '' ? 'this document' : `"${title}"`;
  const cause = kind === 'newer' ? `it was made by a newer version (${reason})` : `it is damaged: ${reason}`;
  const what = {
    nothing: `Could not open ${name}: ${cause}.`,
    older: `Could not open the last save of ${name}: ${cause}. An older copy was opened.`,
    damaged: `Could not open ${name} as it was saved: ${cause}. Check what was opened of it.`,
    part: `Could not open all of ${name}: ${cause}.`,
  };
  return {
    id: DAMAGED,
    severity: 'error',
    text: `${what[opened]} The original stays as it is.`,
    action: { kind: 'export', label: 'Download original', document: id },
  };
};

/** Tells that storage was cleared, or did not accept the document, since this tab had it open. */
export const lostDocument: Notice = {
  id: 'draft',
  severity: 'info',
  text: 'Your saved document is no longer in this browser. What the address contains was opened, without undo history.',
};

export const keptDraft = (document: string, title: string): Notice => ({
  id: 'draft',
  severity: 'info',
  text: `Your draft "${title}" is saved.`,
  action: { kind: 'open', label: 'Open draft', document },
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
  text: 'Could not find this draft in this browser.',
  action: { kind: 'open', label: 'Try again', document },
});

export const notKept = (reason: string): Notice => ({
  id: STORAGE,
  severity: 'error',
  text: `Could not save your work in this browser: ${clauseOf(reason)}. Download it before you close this tab.`,
  action: { kind: 'export', label: 'Download', document: null },
});

/** Tells at the start that nothing will be saved. */
export const noStorage = (reason: string): Notice => ({
  id: STORAGE,
  severity: 'error',
  text: `This browser does not save your work: ${clauseOf(reason)}. Download it before you close this tab.`,
  action: { kind: 'export', label: 'Download', document: null },
});

export const newerReady: Notice = {
  id: 'newer',
  severity: 'info',
  text: 'A new version of this page is available.',
  action: { kind: 'use-newer', label: 'Update', anyway: false },
};

export const newerNotLoaded: Notice = {
  ...newerReady,
  severity: 'error',
  text: 'This browser does not save your work. Updating keeps only what is in the address, without undo history.',
  action: { kind: 'use-newer', label: 'Update anyway', anyway: true },
};

/** The text to copy could not be generated. */
export const notMade = (what: string, reason: string): Notice => ({
  id: 'copy',
  severity: 'error',
  text: `Could not copy ${what}: ${reason}.`,
});

export const notCopied = (what: string, reason: string, original: string): Notice => ({
  id: 'copy',
  severity: 'error',
  text: `Could not copy ${what} to the clipboard: ${reason}. Copy it from here.`,
  original,
});

export const notPasted = (reason: string): Notice => ({
  id: 'paste',
  severity: 'error',
  text: `Could not read the clipboard: ${reason}. Allow access when the browser asks, or paste into the program text.`,
});

export const deleted = (document: string, title: string): Notice => ({
  id: `deleted ${document}`,
  severity: 'info',
  text: `Deleted "${title}".`,
  action: { kind: 'bring-back', label: 'Restore', document },
});

/** Reasons of browsers may be whole sentences. */
const clauseOf = (reason: string): string => reason.replace(/\.$/, '');

/** Id of the notice about a document operation that failed. */
export const DOCUMENTS = 'documents';

export const notDone = (what: string, reason: string): Notice => ({
  id: DOCUMENTS,
  severity: 'error',
  text: `Could not ${what}: ${clauseOf(reason)}.`,
});
