/** What gestures and the address bar need, not the page itself: fetched while it is already drawn. */

export { insideOf, moved } from './command/drop.ts';
export { pasted } from './command/paste.ts';
export { pastedRows } from './command/paste-rows.ts';
export { triedOut } from './document/try-out.ts';
export { linkOf } from './share/link.ts';
export { openLink } from './share/open-link.ts';
export { documentsOf } from './storage/documents.ts';
