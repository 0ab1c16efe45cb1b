import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { collectNotices } from './scripts/third-party-notices.ts';

/** The programs for Node, by `--mode` (default cli). They are bundled because src/ reads its registries with `import.meta.glob`. */
const PROGRAMS = {
  cli: { entry: 'src/cli/main.ts', outDir: 'dist/cli', file: 'lazymmu.js' },
  bench: { entry: 'src/bench/main.ts', outDir: 'dist/bench', file: 'bench.js' },
  fuzz: { entry: 'src/fuzz/main.ts', outDir: 'dist/fuzz', file: 'fuzz.js' },
} as const;

/** Makes the entry an executable file. */
const executable = (): Plugin => ({
  name: 'executable',
  generateBundle(_options, bundle) {
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk' || !output.isEntry || output.code.startsWith('#!')) continue;
      output.code = `#!/usr/bin/env node\n${output.code}`;
    }
  },
  writeBundle({ dir = '.' }, bundle) {
    for (const output of Object.values(bundle)) {
      if (output.type === 'chunk' && output.isEntry) chmodSync(join(dir, output.fileName), 0o755);
    }
  },
});

export default defineConfig(({ mode }) => {
  const { entry, outDir, file } = PROGRAMS[mode === 'bench' || mode === 'fuzz' ? mode : 'cli'];
  return {
    plugins: [executable(), collectNotices().write()],
    publicDir: false,
    // Playwright cannot be bundled: it starts programs of its own.
    ssr: { noExternal: true, external: ['@playwright/test'] },
    build: {
      ssr: entry,
      outDir,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: file } },
    },
  };
});
