import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { baseAddress } from './scripts/base-address.ts';
import { withInlinePolicy } from './scripts/content-security-policy.ts';
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

/** Inlines workers: each is started from its own text in the page. */
const inlineWorkers = (): Plugin => ({
  name: 'inline-workers',
  enforce: 'pre',
  resolveId(id, importer) {
    return id.endsWith('?worker') ? this.resolve(`${id}&inline`, importer, { skipSelf: true }) : null;
  },
});

/** The application in one file that opens from disk, beside the build for a server. */
export default defineConfig({
  // The page reads its mode to know that there is no service worker beside it.
  mode: 'one-file',
  publicDir: false,
  plugins: [inlineWorkers(), react(), baseAddress({ hasPicture: false }), notices.record(), viteSingleFile(), finish()],
  worker: { plugins: () => [notices.record()] },
  build: { target: 'es2022', emptyOutDir: false },
});
