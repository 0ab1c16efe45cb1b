import { expect, test } from 'vitest';
import { applyTransaction } from '../state/apply-transaction.ts';
import { stateOf } from '../testing.ts';
import { selectSourceLines } from './source-lines.ts';
import { applyTextEdit } from './text-edit.ts';

/** The rows at the offsets that a text marks with `|`. */
function rowsAt(marked: string): (number | undefined)[] {
  const parts = marked.split('|');
  const lines = selectSourceLines(stateOf(parts.join('')));
  return parts.slice(0, -1).map((_, i) => lines?.rowAt(parts.slice(0, i + 1).join('').length));
}

/** The rows in the range between two marks. */
function rowsIn(marked: string) {
  const [before = '', part = '', after = ''] = marked.split('|');
  const found = selectSourceLines(stateOf(before + part + after))?.rowsIn({
    start: before.length,
    end: before.length + part.length,
  });
  return found && [found.first, found.last];
}

test('rows and lines map to each other past comments, bodies and blank lines', () => {
  const text = '# head\nenable\n\nirq {\n  pause }\nsleep; exit';
  const lines = selectSourceLines(stateOf(text));
  expect([1, 2, 3, 4, 5, 6].map((row) => lines?.lineOf(row))).toEqual([2, 4, 5, 5, 6, 6]);
  expect([1, 2, 3, 4, 5, 6].map((row) => lines?.startWithin(row) !== null)).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
  expect(rowsAt('|# head|\nen|able|\n|\nirq| {|\n|  pause| }|\n|sleep|; exit|')).toEqual([
    0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6,
  ]);
});

test('for rows on one line, the offset decides', () => {
  expect(rowsAt('|enable|; |set k1; dis|able|')).toEqual([1, 1, 2, 3, 3]);
});

test('a repeat maps to its first rows, and after its end to its last', () => {
  expect(rowsAt('repeat 3 {\nen|able\ndis|able|\n}|\n|sleep')).toEqual([1, 2, 2, 6, 7]);
  expect(rowsAt('|repeat 3 { enable |}|')).toEqual([1, 1, 3]);
});

test('a range has the rows that begin in it, or on its lines', () => {
  expect(rowsIn('enable; |set k1; dis|able; sleep')).toEqual([2, 3]);
  expect(rowsIn('enable; se|t k|1')).toBeNull();
  expect(rowsIn('enable\nse|t k1\ndisable|\nsleep')).toEqual([2, 3]);
  expect(rowsIn('enable\n|set k1\n|disable')).toEqual([2, 2]);
  expect(rowsIn('|repeat 2 {\nenable\ndisable\n}|\nsleep')).toEqual([1, 4]);
  expect(rowsIn('repeat 2 {\n|enable\ndisable|\n}\nsleep')).toEqual([1, 2]);
});

test('a text with a mistake has no rows', () => {
  const state = stateOf('enable');
  expect(selectSourceLines(applyTransaction(state, applyTextEdit(state, 'enabel', 0)))).toBeNull();
});
