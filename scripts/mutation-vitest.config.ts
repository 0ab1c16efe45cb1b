import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutation` runs: those of the folders and files in MUTATION_TESTS. */
export default defineConfig({
  test: {
    setupFiles: ['scripts/vitest-setup.ts'],
    pool: 'threads',
    isolate: false,
    include: (process.env.MUTATION_TESTS ?? '')
      .split(',')
      .map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`)),
    environment: 'node',
    testTimeout: 15 * 60_000,
  },
});
