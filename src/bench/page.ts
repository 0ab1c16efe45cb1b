import { type SpaceResult, searchSpace, spaces } from './spaces.ts';

/**
 * Searches a space in a freshly opened page. The address names the space after `#`. The result is in `answer`, with the
 * milliseconds of the search and those since the page opened.
 */
interface Page {
  readonly location: { readonly hash: string };
  answer?: SpaceResult & { readonly searched: number; readonly opened: number };
}

const page = globalThis as unknown as Page;
const space = spaces[Number(page.location.hash.slice(1))];
if (space) {
  const start = performance.now();
  const came = searchSpace(space);
  const end = performance.now();
  page.answer = { ...came, searched: end - start, opened: end };
}
