import type { Plugin } from 'vite';

/** The module with which Vite wraps every dynamic import. */
const HELPER = '\0vite/preload-helper.js';

/**
 * Replaces Vite's preloading of dynamic imports with plain imports. Chunks that are loaded later have no style sheet and few
 * imports, so there is nothing to preload. A build in which such a chunk has a style sheet of its own is rejected.
 */
export const plainImports = (): Plugin => ({
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: {
    order: 'pre',
    handler: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : null),
  },
  generateBundle(_options, bundle) {
    const sheets = Object.keys(bundle).filter((name) => name.endsWith('.css'));
    if (sheets.length > 1)
      this.error(`the page has one style sheet, not ${sheets.join(', ')}: nothing would load the others`);
  },
});
