import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../engine/run/rows.ts';
import { arbitraryProgram, forAll } from '../arbitrary.ts';
import { indentsOf } from './indent.ts';
import { parseProgram } from './parse.ts';

const indents = (text: string) => {
  const read = parseProgram(text);
  return read.ok ? indentsOf(read.value.program).join(' ') : 'wrong';
};

describe('the indent', () => {
  test.each([
    ['sections and pauses nest', 'enable; enable; pause; resume; disable; disable', '0 1 2 2 1 0'],
    ['what may cross stands where it falls', 'enable; pause; disable; resume', '0 1 1 0'],
    ['a disable too many does not go below the edge', 'disable; disable; enable; set 1', '0 0 0 1'],
    ['a resume without a pause leaves the section open', 'enable; resume; set 1; disable', '0 1 1 0'],
    ['what is switched off opens nothing', '~enable; set 1; enable; ~disable; set 2', '0 0 0 1 1'],
    ['a body has sections of its own', 'enable; irq { enable; set 1 }; disable', '0 1 2 3 1 0'],
    ['each block begins anew', 'enable after 1 { enable } after 2 { disable }; disable', '0 1 0 1 0 0'],
    ['every task has its own sections', 'enable; switch B; enable; switch A; disable', '0 1 0 1 0'],
    ['a task that exits has none', 'enable; exit; enable', '0 1 0'],
    [
      'a switch inside a block holds behind it',
      'enable after 1 { switch B }; enable; switch A; disable',
      '0 1 0 0 1 0',
    ],
    ['a switch in what is switched off does not', '~irq { switch B }; enable; disable', '0 1 0 0 0'],
  ])('%s', (_, text, expected) => {
    expect(indents(text)).toBe(expected);
  });

  test('there is one for every row, at least as deep as its braces', () => {
    forAll(arbitraryProgram(), (program) => {
      const rows = rowsOf(program);
      const found = indentsOf(program);
      expect(found).toHaveLength(rows.length);
      for (const [i, row] of rows.entries()) expect(found[i]).toBeGreaterThanOrEqual(row.depth);
    });
  });
});
