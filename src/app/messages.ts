import type { Damaged } from './shelf.ts';
import type { Notice } from './state.ts';

/** What a page says about links, drafts and storage. A notice replaces an older one with its id. */

export const brokenLink = (error: string, original: string): Notice => ({
  id: 'link',
  severity: 'error',
  text: `The link was not opened: ${error}. Your own work is as it was.`,
  original,
});

/** What a link asked for and did not get; none where all is there. */
export const linkRemarks = ({ remark }: { readonly remark?: string }): readonly Notice[] =>
  remark === undefined ? [] : [{ id: 'link', severity: 'info', text: remark }];

export const damagedSave = ({ reason, original }: Damaged): Notice => ({
  id: 'damaged',
  severity: 'error',
  text: `Saved work could not be read whole: ${reason}. It is kept as it is.`,
  original,
});

export const keptDraft = (document: string, title: string): Notice => ({
  id: 'draft',
  severity: 'info',
  text: `Your draft "${title}" is kept.`,
  action: { label: 'Open it', document },
});

export const olderDraft = (document: string, title: string): Notice => ({
  id: 'draft',
  severity: 'info',
  text: `Continue where you left off: ${title}`,
  action: { label: 'Continue', document },
});

/** The browser may have refused this once, or another tab may have thrown everything away. */
export const missingDraft = (document: string): Notice => ({
  id: 'draft',
  severity: 'error',
  text: 'That draft cannot be found in this browser now.',
  action: { label: 'Try again', document },
});

export const notKept = (reason: string): Notice => ({
  id: 'storage',
  severity: 'error',
  text: `This browser does not keep your work: ${reason}. It goes on in this tab; copy the link or the text to keep it.`,
});

export const notCopied = (what: string, reason: string, original: string): Notice => ({
  id: 'copy',
  severity: 'error',
  text: `The clipboard did not take ${what}: ${reason}. It stands here.`,
  original,
});
