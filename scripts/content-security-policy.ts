import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { SCRIPT_POLICY } from '../src/app/browser/trusted-scripts.ts';

type Policy = Readonly<Record<string, string>>;

/**
 * Marks the style sheets that CodeMirror and Radix add to the page while it runs. It is no secret, because the pages are files
 * that everybody can read: it admits these two by name, instead of every style in the markup. Style attributes are written by
 * script alone, which needs no permission.
 */
const STYLE_NONCE = 'lazy-mmu-visualiser';

/** In both pages: a string becomes markup or a script nowhere, and the addresses of workers come from one policy. */
const SHARED: Policy = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': SCRIPT_POLICY,
};

/** The policy of the served page. */
const SERVED: Policy = {
  ...SHARED,
  'script-src': "'self'",
  'style-src': `'self' 'nonce-${STYLE_NONCE}'`,
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
};

/** The policy of the page in one file, which contains everything it needs and may request nothing. */
const ONE_FILE: Policy = {
  ...SHARED,
  'img-src': 'data: blob:',
  'worker-src': 'blob:',
};

const HTTP_EQUIV = 'Content-Security-Policy';
const contentOf = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** Adds the policy to the served page, in the build only: the development server needs inline scripts and a web socket. */
export const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': HTTP_EQUIV, content: contentOf(SERVED) },
      injectTo: 'head-prepend',
    },
  ],
});

/** Lets the libraries that write style sheets mark them. They look for the nonce under this name. */
export const styleNonce = (): Plugin => ({
  name: 'style-nonce',
  config: () => ({ define: { __webpack_nonce__: JSON.stringify(STYLE_NONCE) } }),
});

/** Adds a policy to a page with inline scripts and styles. It allows these by their hashes, and no others. */
export function withInlinePolicy(html: string): string {
  const scripts = hashesOf(html, 'script');
  if (scripts.length === 0) throw new Error('the page in one file has no script in it');
  const content = contentOf({
    ...ONE_FILE,
    'script-src': scripts.join(' '),
    'style-src': [...hashesOf(html, 'style'), `'nonce-${STYLE_NONCE}'`].join(' '),
  });
  return html.replace('<head>', () => `<head>\n    <meta http-equiv="${HTTP_EQUIV}" content="${content}">`);
}

/** The hashes of what stands in the elements with a name, as a policy quotes them. */
function hashesOf(html: string, element: 'script' | 'style'): string[] {
  const found = html.matchAll(new RegExp(`<${element}\\b[^>]*>(.*?)</${element}>`, 'gs'));
  return [...found].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}
