/** Holds `faults.md` to the titles of all tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const FAULTS = 28;
/** The beginning of a title, as in `T5, T6: …`. */
const TITLE = /\b(?:test|describe)\b[^'"`]*['"`]((?:T\d+, )*T\d+): /g;

const rows = readFileSync('src/faults.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| T\d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, fault = '', what = '', promise = '', tested = '']) => ({ fault, what, promise, tested }));
const filesOf = (tested: string) => [...tested.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);

/** The faults that the titles of a file bear. */
const faultsIn = (file: string) =>
  new Set([...readFileSync(file, 'utf8').matchAll(TITLE)].flatMap(([, faults = '']) => faults.split(', ')));
const testFiles = ['src', 'e2e', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|spec)\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

test('the table has every fault once, in order, with a promise', () => {
  expect(rows.map(({ fault }) => fault)).toEqual(Array.from({ length: FAULTS }, (_, i) => `T${i + 1}`));
  for (const { what, promise } of rows) expect([what, promise]).not.toContain('');
});

describe.each(rows)('the row of $fault', ({ fault, tested }) => {
  test('names test files, or says why the fault does not apply', () => {
    const marked = testFiles.filter((file) => faultsIn(file).has(fault));
    if (/^Does not apply: ./.test(tested)) expect(marked).toEqual([]);
    else expect(filesOf(tested).sort()).toEqual(marked.sort());
    if (marked.length === 0) expect(tested).toMatch(/^Does not apply: ./);
  });
});
