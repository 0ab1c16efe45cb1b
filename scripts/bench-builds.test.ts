import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { resolveConfig } from 'vite';
import { expect, test } from 'vitest';

/** What `npm run build` leaves in `dist`: each of these must survive `npm run bench`. */
const SHIPPED = ['dist/index.html', 'dist/lazy-mmu-visualiser.html', 'dist/cli/lazymmu.js'];

/** Resolves the output folder of each `vite build` in a script of package.json. */
async function outputFolders(script: string): Promise<string[]> {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const builds = String(scripts[script])
    .split(' && ')
    .filter((command) => command.startsWith('vite build'));
  return Promise.all(
    builds.map(async (command) => {
      const options = { config: { type: 'string' }, mode: { type: 'string' }, outDir: { type: 'string' } } as const;
      const { values } = parseArgs({ args: command.split(' ').slice(2), options });
      const { config, mode, outDir } = values;
      const inline = {
        ...(config && { configFile: config }),
        ...(mode && { mode }),
        ...(outDir && { build: { outDir } }),
      };
      const resolved = await resolveConfig(inline, 'build', mode ?? 'production');
      return relative(resolved.root, resolved.build.outDir);
    }),
  );
}

test('npm run bench builds into folders that hold nothing of what is shipped', async () => {
  const folders = await outputFolders('bench');
  expect(folders).toHaveLength(3);
  expect(SHIPPED.filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)))).toEqual([]);
  const { files } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(files).toEqual(expect.arrayContaining(folders.map((folder) => `!${folder}`)));
});

test('the shipped files are where npm run build puts them', async () => {
  expect(new Set(await outputFolders('build'))).toEqual(new Set(['dist', 'dist/cli']));
});
