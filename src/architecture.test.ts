/** Holds the sources to the table in README.md beside this file, and to a few habits that no linter knows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { expect, test } from 'vitest';

const SRC = import.meta.dirname;
const TEST_PACKAGES = ['vitest', 'fast-check', 'node', 'react', 'react-dom'];
/** Tests of all folders, this one among them, belong to none. */
const TEST_OF_ALL = /^[^/]+\.test\.ts$/;

const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /\.(tsx?|css)$/.test(path) && !TEST_OF_ALL.test(path));
const files = paths.map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));
/** A test, or one of the files that only tests import. */
const isTest = (path: string) => /\.test\.tsx?$|(^|\/)(testing|arbitrary)\.ts$/.test(path);
const isDeclaration = (path: string) => path.endsWith('.d.ts');
const isCode = (path: string) => /\.tsx?$/.test(path) && !isDeclaration(path);
const folderOf = (path: string) => path.split('/')[0] ?? path;

const words = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
const rows = readFileSync(join(SRC, 'README.md'), 'utf8').split('\n');
const table = new Map(
  rows
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|'))
    .filter((cells) => cells.length === 6)
    .map(([, name, , imports, packages]) => [
      words(name)[0] ?? '',
      { imports: words(imports), packages: words(packages) },
    ]),
);
/** The rooms of a folder, lowest first. */
const roomsOf = new Map(
  rows
    .filter((line) => line.startsWith('| `') && line.split('|').length === 4)
    .map((line) => line.split('|'))
    .map(([, name, rooms]) => [words(name)[0] ?? '', words(rooms)]),
);
const belowApp = table.get('cli')?.imports ?? [];

/** Every relative path in quotes, be it in an import, a worker's address or a glob. */
const pathsIn = (path: string, text: string) =>
  [...text.matchAll(/['"]!?(\.{1,2}\/[^'"\s]+)['"]/g)].map((match) =>
    join(dirname(path), (match[1] ?? '').replace(/\?.*/, '')),
  );
const targetsOf = (path: string, text: string) => pathsIn(path, text).map(folderOf);

/** The files that a file imports, those of its globs included. */
const importsOf = (path: string, text: string) =>
  pathsIn(path, text.replace(/['"]![^'"]*['"]/g, ''))
    .flatMap((target) => {
      if (!target.includes('*')) return target;
      const glob = new RegExp(`^${target.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
      const left = [...text.matchAll(/['"]!\.\/\{([^}]*)\}\.ts['"]/g)].flatMap((match) => match[1]?.split(',') ?? []);
      return paths.filter((each) => glob.test(each) && !isTest(each) && !left.includes(basename(each, '.ts')));
    })
    .filter((target) => target !== path && paths.includes(target));

/** The room of a file inside its folder: the next folder's name, or `.`. */
const roomOf = (path: string) => {
  const [, room, file] = path.split('/');
  return file === undefined ? '.' : (room ?? '.');
};

/** `@codemirror/view` counts as `@codemirror`, `node:fs` as `node`. */
const packagesOf = (text: string) =>
  [...text.matchAll(/(?:^(?:import|export)\s(?:[\w\s{},*$]*\sfrom\s)?|\bimport\()['"]([^.'"][^'"]*)['"]/gm)].map(
    (match) => match[1]?.split(/[/:]/)[0] ?? '',
  );

test('the table in README.md names every folder and nothing else', () => {
  const folders = new Set(paths.filter((path) => !isDeclaration(path)).map(folderOf));
  expect([...table.keys()].sort()).toEqual([...folders].sort());
});

test('imports go only where the table allows', () => {
  const wrong = files
    .filter(({ path }) => isCode(path))
    .flatMap(({ path, text }) => {
      const { imports = [], packages = [] } = table.get(folderOf(path)) ?? {};
      const folders = [folderOf(path), ...imports, ...(isTest(path) ? [...belowApp, '..'] : [])];
      const known = [...packages, ...(isTest(path) ? TEST_PACKAGES : [])];
      return [
        ...targetsOf(path, text).filter((target) => !folders.includes(target)),
        ...packagesOf(text).filter((name) => !known.includes(name)),
      ].map((target) => `${path} imports ${target}`);
    });
  expect(wrong).toEqual([]);
});

test('inside a folder, imports go only to rooms that stand before in README.md', () => {
  const wrong = files
    .filter(({ path }) => isCode(path) && !isTest(path))
    .flatMap(({ path, text }) => {
      const rooms = roomsOf.get(folderOf(path));
      if (!rooms) return [];
      const lower = rooms.slice(0, rooms.indexOf(roomOf(path)) + 1);
      return pathsIn(path, text)
        .filter((target) => paths.includes(target) && folderOf(target) === folderOf(path))
        .filter((target) => !lower.includes(roomOf(target)))
        .map((target) => `${path} imports ${target}`);
    });
  expect(wrong).toEqual([]);
});

test('README.md names every room of the folders whose rooms it orders', () => {
  for (const [folder, rooms] of roomsOf) {
    const there = paths.filter((path) => isCode(path) && !isTest(path) && folderOf(path) === folder).map(roomOf);
    expect([...rooms].sort(), folder).toEqual([...new Set(there)].sort());
  }
});

test('no file imports itself by way of others, not even for a type', () => {
  const imports = new Map(
    files.filter(({ path }) => isCode(path) && !isTest(path)).map(({ path, text }) => [path, importsOf(path, text)]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' > '));
    if (done.has(path) || trail.includes(path)) return;
    for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  expect(cycles).toEqual([]);
});

test('only the engine reads what a run records of itself', () => {
  const wrong = files.filter(({ path, text }) => folderOf(path) !== 'engine' && text.includes('run/recording.ts'));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('no folder has more than 20 source files', () => {
  const counts = new Map<string, number>();
  for (const path of paths.filter((each) => isCode(each) && !isTest(each)))
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > 20)).toEqual([]);
});

test('an exported name has one meaning in all sources', () => {
  const homes = new Map<string, string[]>();
  for (const { path, text } of files.filter((each) => isCode(each.path) && !isTest(each.path)))
    for (const [, name = ''] of text.matchAll(/^export (?:async )?(?:function|const|let|interface|type) (\w+)/gm))
      homes.set(name, [...(homes.get(name) ?? []), path]);
  expect([...homes].filter(([, paths]) => paths.length > 1)).toEqual([]);
});

test('nothing but a test imports what is made for tests', () => {
  const wrong = files.filter(({ path, text }) => !isTest(path) && /\/(testing|arbitrary)\.ts['"]/.test(text));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('only a revision knows which revision it is, only a backend which backend', () => {
  const wrong = ['revision', 'backend'].flatMap((kind) => {
    const home = `engine/${kind}s/`;
    const ids = paths.filter((path) => path.startsWith(home) && !isTest(path)).map((path) => basename(path, '.ts'));
    // A word such as `none` says nothing by itself; an id with a digit or a hyphen can mean nothing else, but for an era.
    const telling = ids.filter((id) => /[-\d]/.test(id)).map((id) => id.replace('.', '\\.'));
    const literal = telling.length > 0 ? `|(?<!\\bera\\b.*)(?:[!=]==|\\bcase) ['"](?:${telling.join('|')})['"]` : '';
    const pattern = new RegExp(`\\b${kind}(?:Id|\\??\\.id)? [!=]== ['"]${literal}`, 'i');
    return files
      .filter(({ path }) => isCode(path) && !isTest(path) && !path.startsWith(home))
      .flatMap(({ path, text }) => text.split('\n').map((line, index) => ({ line, place: `${path}:${index + 1}` })))
      .filter(({ line }) => pattern.test(line))
      .map(({ line, place }) => `${place} asks for a ${kind}: ${line.trim()}`);
  });
  expect(wrong).toEqual([]);
});

test('a file of more than 400 lines says in its header why it is one file', () => {
  const long = files.filter(({ text }) => text.split('\n').length > 401);
  const unexplained = long.filter(({ text }) => !/^\/\*\*?(?:(?!\*\/).)*400 lines/s.test(text));
  expect(unexplained.map(({ path }) => path)).toEqual([]);
});

test('no file is a drawer', () => {
  expect(paths.filter((path) => /(^|\/)(utils?|helpers?|types|misc|common)\.[^/]+$/.test(path))).toEqual([]);
});

test('a test stands beside what it tests, or says in its header what it holds together', () => {
  const astray = files.filter(({ path, text }) => {
    if (!/\.test\./.test(path) || text.startsWith('/**')) return false;
    const subject = join(SRC, path.replace(/\.test\.tsx?$/, ''));
    const beside = ['.ts', '.tsx', ''].some((extension) => existsSync(subject + extension));
    return !beside && basename(subject) !== basename(dirname(subject));
  });
  expect(astray.map(({ path }) => path)).toEqual([]);
});
