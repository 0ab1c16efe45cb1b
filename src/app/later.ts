/** What gestures and the address bar need, not the page itself: fetched while it is already drawn. */
export { documentsOf } from './documents.ts';
export { insideOf, moved } from './drop.ts';
export { linkOf } from './link.ts';
export { openLink } from './open-link.ts';
export { pasted } from './paste.ts';
export { pastedRows } from './paste-rows.ts';
export { triedOut } from './try-out.ts';
