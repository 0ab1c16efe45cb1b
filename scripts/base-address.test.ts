import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { baseAddress, parseBaseAddress } from './base-address.ts';

test.each([
  [undefined, null],
  [' ', null],
  ['https://lazy.example.org', 'https://lazy.example.org/'],
  ['https://example.org/lazy', 'https://example.org/lazy/'],
  ['http://example.org:8080/lazy/', 'http://example.org:8080/lazy/'],
  ['https://example.org/lazy/index.html', 'https://example.org/lazy/index.html'],
])('the address %j is %j', (given, base) => {
  expect(parseBaseAddress(given)).toBe(base);
});

test.each([
  'lazy.example.org',
  'file:///home/me/page.html',
  'https://a@example.org/',
  'https://example.org/?a',
  'https://example.org/#1',
])('the address %j stops the build', (given) => {
  expect(() => parseBaseAddress(given)).toThrow(`LAZYMMU_BASE_URL is "${given}", expected an http(s) address`);
});

/** The tags and the script of a page that prints the address. */
async function built(given: string | undefined, hasPicture = true): Promise<{ page: string; script: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'lazymmu-base-'));
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, 'console.log(LAZYMMU_BASE_URL)');
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    plugins: [baseAddress({ hasPicture }, given)],
    build: { write: false, minify: false, rolldownOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
  rmSync(folder, { recursive: true });
  const script = output.output[0].code;
  return { page: tagsOf(baseAddress({ hasPicture }, given)), script };
}

/** The tags that the plugin puts into a page, as JSON. */
function tagsOf({ transformIndexHtml }: Plugin): string {
  if (typeof transformIndexHtml !== 'function') throw new Error('the plugin has no tags');
  return JSON.stringify(Reflect.apply(transformIndexHtml, undefined, []));
}

test('a build knows its address, and names it and its picture in full', async () => {
  const { page, script } = await built('https://example.org/lazy', false);
  expect(script).toContain('console.log("https://example.org/lazy/")');
  expect(page).toContain('"property":"og:url","content":"https://example.org/lazy/"');
  expect(page).toContain('"property":"og:image","content":"https://example.org/lazy/picture.png"');
});

test('a build without an address names the picture beside it, and the page in one file none', async () => {
  const { page, script } = await built(undefined);
  expect(script).toContain('console.log(null)');
  expect(page).toContain('"property":"og:image","content":"picture.png"');
  expect(page).not.toContain('og:url');
  expect((await built(undefined, false)).page).toBe('[]');
});

/** Width and height as the header of a PNG has them. */
const sizeOf = (file: string): string => {
  const header = readFileSync(`public/${file}`).subarray(16, 24);
  return `${header.readUInt32BE(0)}x${header.readUInt32BE(4)}`;
};

test('pictures have the sizes that the page and the manifest declare', () => {
  const tags = tagsOf(baseAddress({ hasPicture: true }, undefined));
  const [width, height] = sizeOf('picture.png').split('x');
  expect(tags).toContain(`"og:image:width","content":"${width}"`);
  expect(tags).toContain(`"og:image:height","content":"${height}"`);
  expect(sizeOf('apple-touch-icon.png')).toBe('180x180');
  const { icons } = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as {
    icons: { src: string; sizes: string; type: string; purpose?: string }[];
  };
  for (const { src, sizes, type } of icons) if (type === 'image/png') expect(sizeOf(src)).toBe(sizes);
  expect(icons.map(({ purpose = 'any' }) => purpose)).toContain('maskable');
});
