/** Reading and writing links: what a page without one can begin without. */
export { linkOf } from './link.ts';
export { openLink } from './open-link.ts';
