import type { HtmlTagDescriptor, Plugin } from 'vite';

/** The picture of `public/picture.png`, for pages that show a preview of a link. */
const PICTURE = { file: 'picture.png', width: 1440, height: 900, alt: 'A program of lazy MMU calls on a timeline' };

/**
 * Builds the address at which the page is published into it: LAZYMMU_BASE_URL in the environment. Links, mails and pictures that
 * are made in a copy of the page elsewhere then begin with it, and it is named in the tags that previews read.
 * `hasPicture`: the picture is built beside the page.
 */
export function baseAddress(
  { hasPicture }: { readonly hasPicture: boolean },
  given = process.env.LAZYMMU_BASE_URL,
): Plugin {
  const base = parseBaseAddress(given);
  return {
    name: 'base-address',
    config: () => ({ define: { LAZYMMU_BASE_URL: JSON.stringify(base) } }),
    transformIndexHtml: () => previewTags(base, hasPicture),
  };
}

/** Reads the address; null if there is none. What cannot begin a link stops the build. */
export function parseBaseAddress(given: string | undefined): string | null {
  if (given === undefined || given.trim() === '') return null;
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.hash !== '' || url.search !== '' || url.username !== '') {
    throw new Error(`LAZYMMU_BASE_URL is "${given}", expected an http(s) address without "?" and "#"`);
  }
  // A folder without its slash would lose its last part when a name is resolved against it.
  return /(?:\/|\.html)$/.test(url.pathname) ? url.href : `${url.href}/`;
}

/** The address tags need a published page: without one, previews resolve the picture against the page that they read. */
function previewTags(base: string | null, hasPicture: boolean): HtmlTagDescriptor[] {
  const picture = base ? new URL(PICTURE.file, base).href : hasPicture ? PICTURE.file : null;
  const properties: Readonly<Record<string, string | null>> = {
    'og:url': base,
    'og:image': picture,
    'og:image:width': picture && String(PICTURE.width),
    'og:image:height': picture && String(PICTURE.height),
    'og:image:alt': picture && PICTURE.alt,
  };
  return Object.entries(properties).flatMap(([property, content]) =>
    content === null ? [] : [{ tag: 'meta', attrs: { property, content }, injectTo: 'head' as const }],
  );
}
