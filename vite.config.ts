import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What the built page may load and do. `style-src` is open because CodeMirror and React write style attributes. */
const POLICY = {
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

/** Only in the build: the development server needs inline scripts and a web socket. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: Object.entries(POLICY)
          .map(([directive, sources]) => `${directive} ${sources}`)
          .join('; '),
      },
      injectTo: 'head-prepend',
    },
  ],
});

// One seed for a whole test run; workers inherit it, scripts/vitest-setup.ts hands it to fast-check.
if (process.env.VITEST && !process.env.FC_SEED) {
  process.env.FC_SEED = String(Math.floor(Math.random() * 2 ** 31));
  console.log(`property tests run with FC_SEED=${process.env.FC_SEED}`);
}

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy()],
  build: { target: 'es2022' },
  test: {
    setupFiles: ['scripts/vitest-setup.ts'],
    // Exhaustive tests take seconds on a busy machine; a limit is for what never ends.
    testTimeout: 60_000,
    // The suffix decides: `.test.ts` runs in Node, `.test.tsx` in a simulated document.
    projects: [
      { extends: true, test: { name: 'node', include: ['src/**/*.test.ts'], environment: 'node' } },
      { extends: true, test: { name: 'dom', include: ['src/**/*.test.tsx'], environment: 'happy-dom' } },
    ],
  },
});
