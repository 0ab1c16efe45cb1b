import type { Plugin } from 'vite';

/** Vite's name for what it wraps every dynamic import in. */
const HELPER = '\0vite/preload-helper.js';

/**
 * Leaves dynamic imports as the language has them: what is fetched later has no style sheet and few parts, so that there is nothing
 * to preload, and what would do so need not be there. A build whose later parts have style sheets of their own is refused.
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
