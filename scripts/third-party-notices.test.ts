import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { folderOf, noticesText, readPackage, withComment } from './third-party-notices.ts';

const folder = mkdtempSync(join(tmpdir(), 'lazymmu-notices-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function packageWith(manifest: object, files: Readonly<Record<string, string>> = {}): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'shape', version: '1.2.3', ...manifest }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('a module belongs to the package folder that it lies in, and our own module to none', () => {
  expect(folderOf('/p/node_modules/react/cjs/react.js')).toBe('/p/node_modules/react');
  expect(folderOf('\0/p/node_modules/@lezer/common/index.js?commonjs-module')).toBe('/p/node_modules/@lezer/common');
  expect(folderOf('/p/node_modules/a/node_modules/b/b.js')).toBe('/p/node_modules/a/node_modules/b');
  expect(folderOf('/p/src/main.tsx')).toBeNull();
});

test('a notice has the name, the version, the licence and the text of every licence file', () => {
  const files = { LICENSE: 'You may.\r\n', 'NOTICE.txt': 'Made by us.', 'licensed.js': '' };
  expect(readPackage(packageWith({ license: 'ISC' }, files))).toEqual({
    name: 'shape',
    version: '1.2.3',
    licence: 'ISC',
    text: 'You may.\n\nMade by us.',
  });
});

test('a package under the MIT licence without its file gets the standard text with its author', () => {
  const { text } = readPackage(packageWith({ license: 'MIT', author: 'A. Author' }));
  expect(text).toMatch(/^MIT License\n\nCopyright \(c\) A\. Author\n\nPermission is hereby granted/);
});

test('a package whose licence or text is unknown is an error that names it', () => {
  expect(() => readPackage(packageWith({}))).toThrow('shape 1.2.3 has no licence in its package.json');
  expect(() => readPackage(packageWith({ license: 'ISC' }))).toThrow('shape 1.2.3 (ISC) has no licence file');
});

test('packages are sorted by name, and those under the same text share it', () => {
  const one = { version: '1.0.0', licence: 'MIT', text: 'Do what you like.' };
  const text = noticesText([
    { ...one, name: 'c' },
    { ...one, name: 'b', text: 'Do less.' },
    { ...one, name: 'a' },
  ]);
  expect(text.match(/^\w+ 1\.0\.0 \(MIT\)$/gm)).toEqual(['a 1.0.0 (MIT)', 'c 1.0.0 (MIT)', 'b 1.0.0 (MIT)']);
  expect(text.match(/Do what you like\./g)).toHaveLength(1);
});

test('a comment stands at the end of the page and nothing in its text closes it', () => {
  const page = withComment('<body><script>"</body>"</script></body></html>', 'a --> b --!> c');
  expect(page).toMatch(/<\/script><!--\na -- > b -- !> c-->\n\s*<\/body><\/html>$/);
});
