import { expect, test } from 'vitest';
import { mailLines } from './mail-lines.ts';

const rowsOf = (text: string) => mailLines(text).map(({ row }) => row);

test('a line belongs to the row whose number it begins with, and so do its checks and continuation lines', () => {
  const text = [
    'v6 on arm64.',
    '',
    '1   enable  -> arch_enter()',
    '2   disable',
    '+   -> arch_leave()',
    '!   a check',
    '',
  ];
  expect(rowsOf(text.join('\n'))).toEqual([0, 0, 1, 2, 2, 2]);
});

test('text before and after the table belongs to no row', () => {
  expect(rowsOf('7.0 and 7.1.\n\n1   enable\n\n[1] https://example.org/#1/v6\n')).toEqual([0, 0, 1, 0, 0]);
});

test('lines keep their numbers and their text', () => {
  expect(mailLines('a\n  b\n')).toEqual([
    { number: 1, text: 'a', row: 0 },
    { number: 2, text: '  b', row: 0 },
  ]);
});
