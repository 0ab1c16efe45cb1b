import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { baseAddress } from './scripts/base-address.ts';
import { CHUNKS, noSmallChunks } from './scripts/chunks.ts';
import { contentSecurityPolicy, styleNonce } from './scripts/content-security-policy.ts';
import { initialScripts } from './scripts/initial-scripts.ts';
import { plainImports } from './scripts/plain-imports.ts';
import { scenariosWithoutClaims } from './scripts/scenarios-without-claims.ts';
import { serviceWorker } from './scripts/service-worker-plugin.ts';
import { collectNotices } from './scripts/third-party-notices.ts';

// One seed for a whole test run; workers inherit it, scripts/vitest-setup.ts hands it to fast-check.
if (process.env.VITEST && !process.env.FC_SEED) {
  process.env.FC_SEED = String(Math.floor(Math.random() * 2 ** 31));
  console.log(`property tests run with FC_SEED=${process.env.FC_SEED}`);
}

const notices = collectNotices();

export default defineConfig({
  base: './',
  plugins: [
    react(),
    plainImports(),
    scenariosWithoutClaims(),
    contentSecurityPolicy(),
    styleNonce(),
    baseAddress({ hasPicture: true }),
    notices.write(),
    serviceWorker(),
    initialScripts(),
    noSmallChunks(),
  ],
  worker: { plugins: () => [notices.record()] },
  build: {
    target: 'es2022',
    // Each part of the page is one chunk: there is nothing to preload.
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: CHUNKS } },
  },
  test: {
    setupFiles: ['scripts/vitest-setup.ts'],
    // The sources are pure and their tests leave nothing behind: a worker loads each module once for all its test files.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    // Exhaustive tests, and those that compile a model, take minutes on a busy machine; a limit is for what never ends.
    testTimeout: 15 * 60_000,
    // The suffix decides: `.test.ts` runs in Node, `.test.tsx` in a simulated document.
    projects: [
      { extends: true, test: { name: 'node', include: ['{src,scripts}/**/*.test.ts'], environment: 'node' } },
      { extends: true, test: { name: 'dom', include: ['src/**/*.test.tsx'], environment: 'happy-dom' } },
    ],
  },
});
