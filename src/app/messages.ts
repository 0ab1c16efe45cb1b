import type { Damaged } from './shelf.ts';
import type { Notice } from './state.ts';

/** What a page says about links, drafts and storage. A notice replaces an older one with its id. */

export const brokenLink = (error: string, original: string): Notice => ({
  id: 'link',
  severity: 'error',
  text: `The link was not opened: ${error}. Your own work is as it was.`,
  original,
});

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

export const missingDraft: Notice = {
  id: 'draft',
  severity: 'error',
  text: 'That draft is no longer in this browser.',
};

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
