import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { NOTICES_FILE } from './third-party-notices.ts';

const SOURCE = 'src/service-worker.ts';
const FILE = 'sw.js';
/** Files that the page never requests. */
const NOT_KEPT = ['picture.png', NOTICES_FILE];

/**
 * Builds the service worker beside the page. It gets the list of files in the build, with a path and a hash for each, and a
 * version that changes with any of them. Only the served page gets a manifest and an icon for home screens: a page that is
 * opened from disk has no files beside it.
 */
export function serviceWorker(): Plugin {
  let publicDir = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: 'manifest.webmanifest' }, injectTo: 'head' },
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: 'apple-touch-icon.png' }, injectTo: 'head' },
    ],
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: FILE });
    },
    writeBundle: {
      order: 'post',
      handler({ dir = '.' }, bundle) {
        const worker = bundle[FILE];
        if (worker?.type !== 'chunk') throw new Error(`the build has no ${FILE}`);
        const shared = [...worker.imports, ...worker.exports];
        if (shared.length > 0) throw new Error(`${SOURCE} shares ${shared.join(', ')}, expected a script of its own`);
        const kept = readdirSync(publicDir, { recursive: true, encoding: 'utf8' });
        const names = [...Object.keys(bundle), ...kept.map((path) => path.split(sep).join('/'))];
        const paths = names.filter((path) => path !== FILE && !NOT_KEPT.includes(path));
        const files = paths.sort().map((path) => [addressOf(path), `sha256-${hash(readFileSync(join(dir, path)))}`]);
        const version = hash(worker.code + JSON.stringify(files));
        const text = `const BUILD = ${JSON.stringify({ version, files }, null, 1)};\n${worker.code}`;
        writeFileSync(join(dir, FILE), text);
      },
    },
  };
}

/** Requests the page by its folder: some servers redirect the name of its file there. */
const addressOf = (path: string): string => (path === 'index.html' ? './' : path);

const hash = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('base64');
