import { expect, test } from 'vitest';
import { measure } from '../layout/testing.ts';
import { widenMeasure, wrapText } from './text.ts';

const FONT = { family: 'mono', size: 10 } as const;
/** Six px a character. */
const lines = (text: string, characters: number, most?: number) => wrapText(text, FONT, characters * 6, measure, most);

test('a text is wrapped at blanks, and inside a long word', () => {
  expect(lines('one two three', 7)).toEqual(['one two', 'three']);
  expect(lines('a abcdefgh b', 5)).toEqual(['a', 'abcde', 'fgh b']);
  expect(lines('', 5)).toEqual([]);
});

test('a text with too many lines ends in an ellipsis that fits', () => {
  expect(lines('one two three four', 7, 2)).toEqual(['one two', 'three…']);
  expect(lines('abcdefghij', 4, 1)).toEqual(['abc…']);
});

test('a widened measure is never narrower than the original', () => {
  const wide = widenMeasure(measure);
  expect(wide('abc', 'sans', 10)).toBeGreaterThan(measure('abc', 'sans', 10));
  expect(widenMeasure(() => 1)('abc', 'mono', 10)).toBeCloseTo(18.3);
});
