/** The package that `npm pack` makes of the build: what it ships, and that it works where nothing else is installed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const NOTICES = 'dist/third-party-notices.txt';
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

// The build exists already, and npm must not ask a registry for anything.
const FLAGS = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
const npm = (cwd: string, command: string, ...args: readonly string[]): string =>
  execFileSync('npm', [command, ...FLAGS, ...args], { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

test('the package ships the build and nothing else, brings no other package, and runs', () => {
  const folder = test.info().outputPath('somewhere');
  mkdirSync(folder, { recursive: true });
  const [packed] = JSON.parse(npm('.', 'pack', '--json', '--pack-destination', folder)) as Packed[];
  const paths = packed?.files.map(({ path }) => path) ?? [];
  expect(paths.filter((path) => !path.startsWith('dist/')).sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
  expect(paths).toEqual(
    expect.arrayContaining(['dist/index.html', 'dist/lazy-mmu-visualiser.html', 'dist/cli/lazymmu.js', NOTICES]),
  );
  expect(paths.filter((path) => path.startsWith('dist/bench'))).toEqual([]);

  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  npm(folder, 'install', `./${packed?.filename}`);
  const tree = JSON.parse(npm(folder, 'ls', '--all', '--json')) as { dependencies: Record<string, object> };
  expect(Object.keys(tree.dependencies)).toEqual(['lazy-mmu-visualiser']);
  expect(tree.dependencies['lazy-mmu-visualiser']).not.toHaveProperty('dependencies');

  writeFileSync(join(folder, 'program.txt'), 'enable; set k1; disable\n');
  const steps = npm(folder, 'exec', '--', 'lazymmu', 'run', '--format', 'json', 'program.txt');
  const events = steps
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).event);
  expect(events).toEqual(['enable', 'set k1', 'disable']);
});

const headings = (notices: string): readonly string[] => notices.match(/^\S+ \d+\.\d+\.\d+\S* \([\w.-]+\)$/gm) ?? [];

test('the notices name every package that is bundled, in a file and in the page in one file', () => {
  expect(dependencies).toBeUndefined();
  const notices = readFileSync(NOTICES, 'utf8');
  const named = headings(notices).map((heading) => heading.split(' ')[0]);
  expect(named).toEqual(
    expect.arrayContaining(['react', 'react-dom', 'zustand', 'cmdk', '@codemirror/view', '@lezer/common']),
  );
  for (const tool of ['vite', 'typescript', 'vitest', 'fast-check']) expect(named).not.toContain(tool);
  expect(notices).toContain(`react ${devDependencies.react} (MIT)`);
  expect(notices).toContain('Permission is hereby granted');
  const page = readFileSync('dist/lazy-mmu-visualiser.html', 'utf8');
  const comment = /<!--\n(The Lazy MMU Visualiser contains .*?)-->/s.exec(page)?.[1] ?? '';
  // A package that only exports others may disappear from the one build and not from the other.
  expect(headings(comment)).toEqual(expect.arrayContaining([...headings(notices)]));
});
