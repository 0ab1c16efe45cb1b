import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { initialChunks, sizeOf, tooMuch } from './initial-scripts.ts';

/** A chunk of a build, as far as its size is concerned. */
const chunk = (fileName: string, code: string, more: Partial<Rolldown.OutputChunk> = {}) => ({
  type: 'chunk',
  fileName,
  code,
  isEntry: false,
  facadeModuleId: null,
  imports: [],
  dynamicImports: [],
  modules: { [`${process.cwd()}/src/${fileName}`]: { renderedLength: code.length } },
  ...more,
});

// Digits that gzip finds nothing to save in.
const noise = (length: number) =>
  Array.from({ length }, (_, i) =>
    Math.sin(i + 1)
      .toString(36)
      .slice(3, 11),
  ).join('');

const bundle = {
  'page.js': chunk('page.js', noise(500), {
    isEntry: true,
    facadeModuleId: '/x/index.html',
    imports: ['shared.js'],
    dynamicImports: ['editor.js'],
  }),
  'shared.js': chunk('shared.js', noise(1000)),
  'editor.js': chunk('editor.js', noise(5000), { imports: ['shared.js'] }),
  'sw.js': chunk('sw.js', noise(200), { isEntry: true, facadeModuleId: '/x/service-worker.ts' }),
} as unknown as Rolldown.OutputBundle;

test('a page begins with its entry and what that imports, not with what it loads later', () => {
  expect(initialChunks(bundle).map(({ fileName }) => fileName)).toEqual(['page.js', 'shared.js']);
});

test('a page that begins with too much is refused with its size and its biggest modules first', () => {
  const size = sizeOf(initialChunks(bundle));
  expect(tooMuch(bundle, size)).toBeNull();
  const refusal = tooMuch(bundle, size - 1);
  expect(refusal).toContain(`begins with ${size} bytes of JavaScript (gzip), at most ${size - 1} are allowed`);
  expect(refusal).toMatch(/8000 {2}src\/shared\.js\n +4000 {2}src\/page\.js$/);
});

test('a build without a page is none', () => {
  expect(() => tooMuch({}, 1)).toThrow('no page');
});
