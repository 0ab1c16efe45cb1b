import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

type Policy = Readonly<Record<string, string>>;

/** The policy of the served page. `style-src` is open because CodeMirror and React write style attributes. */
const SERVED: Policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self' blob:",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** The policy of the page in one file, which contains everything it needs and may request nothing. */
const ONE_FILE: Policy = {
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data: blob:',
  'worker-src': 'blob:',
  'base-uri': "'none'",
  'form-action': "'none'",
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

/** Adds a policy to a page with inline scripts. It allows these scripts by their hashes, and no others. */
export function withInlinePolicy(html: string): string {
  const scripts = [...html.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map((match) => match[1] ?? '');
  if (scripts.length === 0) throw new Error('the page in one file has no script in it');
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  const content = contentOf({ ...ONE_FILE, 'script-src': hashes.join(' ') });
  return html.replace('<head>', () => `<head>\n    <meta http-equiv="${HTTP_EQUIV}" content="${content}">`);
}
