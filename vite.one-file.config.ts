import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { baseAddress } from './scripts/base-address.ts';
import { styleNonce, withInlinePolicy } from './scripts/content-security-policy.ts';
import { collectNotices, withComment } from './scripts/third-party-notices.ts';

const NAME = 'lazy-mmu-visualiser.html';
const notices = collectNotices();

/**
 * Finishes the page once it contains all its scripts: adds the policy and the third-party notices, and gives the file a name
 * that still identifies it in another folder.
 */
const finish = (): Plugin => ({
  name: 'finish',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const { 'index.html': page, ...rest } = bundle;
      const separate = Object.keys(rest);
      if (page?.type !== 'asset' || separate.length > 0) {
        throw new Error(`not in the one file: ${separate.join(', ')}`);
      }
      delete bundle['index.html'];
      const source = withComment(withInlinePolicy(String(page.source)), notices.text());
      this.emitFile({ type: 'asset', fileName: NAME, source });
    },
  },
});

const WORKER_URL = '?worker&url';
const INLINE_WORKER = '?worker&inline';

/**
 * Inlines workers: the address of each is a blob with its text from the page. The bundler's own module for an inline worker starts
 * it from a string, which Trusted Types forbids, so only the text is taken from that module.
 */
const inlineWorkers = (): Plugin => ({
  name: 'inline-workers',
  enforce: 'pre',
  resolveId(id, importer) {
    if (!id.endsWith(WORKER_URL)) return null;
    return this.resolve(id.replace(WORKER_URL, INLINE_WORKER), importer, { skipSelf: true });
  },
  transform(code, id) {
    if (!id.endsWith(INLINE_WORKER)) return null;
    const [text] = /^const jsContent = ".*";$/m.exec(code) ?? [];
    if (text === undefined) throw new Error(`${id} has no text of a worker in it`);
    return `${text}\nexport default URL.createObjectURL(new Blob([jsContent], { type: 'text/javascript' }));`;
  },
});

/** The application in one file that opens from disk, beside the build for a server. */
export default defineConfig({
  // The page reads its mode to know that there is no service worker beside it.
  mode: 'one-file',
  publicDir: false,
  plugins: [
    inlineWorkers(),
    react(),
    styleNonce(),
    baseAddress({ hasPicture: false }),
    notices.record(),
    viteSingleFile(),
    finish(),
  ],
  worker: { plugins: () => [notices.record()] },
  build: { target: 'es2022', emptyOutDir: false },
});
