import { expect, test } from 'vitest';
import { selectLines } from './source-lines.ts';
import { stateOf } from './testing.ts';
import { typed } from './typing.ts';

test('rows and lines find each other, past comments, bodies and blanks', () => {
  const lines = selectLines(stateOf('# head\nenable\n\nirq {\n  pause }\nsleep; exit'));
  expect([1, 2, 3, 4, 5, 6].map((row) => lines?.lineOf(row))).toEqual([2, 4, 5, 5, 6, 6]);
  expect([1, 2, 3, 4, 5, 6, 99].map((line) => lines?.rowAt(line))).toEqual([0, 1, 1, 2, 3, 5, 5]);
});

test('a repeat is found at its first rows', () => {
  const lines = selectLines(stateOf('repeat 3 {\nenable\ndisable\n}\nsleep'));
  expect([2, 3, 5].map((line) => lines?.rowAt(line))).toEqual([1, 2, 7]);
});

test('a text with a mistake has none', () => {
  const state = stateOf('enable');
  expect(selectLines({ ...state, ...typed(state, 'enabel', 0) })).toBeNull();
});
