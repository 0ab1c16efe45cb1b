import { defineConfig } from 'vite';

/** The search as a script for an empty page, which `npm run bench` opens in a browser. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/bench-page',
    target: 'es2022',
    rolldownOptions: { input: 'src/bench/page.ts', output: { entryFileNames: 'page.js', codeSplitting: false } },
  },
});
