import type { Program } from '../engine/model.ts';
import { rowIndexOf } from '../engine/row-index.ts';
import { memoLast } from './memo.ts';
import { readText } from './reading.ts';
import { printed } from './rewrite.ts';
import type { AppState } from './state.ts';

/** Where the rows of the program stand in the person's text. */
export interface SourceLines {
  /** The line, from 1, of a row, from 1. */
  lineOf(row: number): number;
  /** The last row on a line or above it; 0 where there is none. */
  rowAt(line: number): number;
}

/** Null where the text has a mistake: then it and the program are not the same. */
export const selectLines = ({ document: { text, program } }: Pick<AppState, 'document'>): SourceLines | null =>
  // As we print it, a row is a line.
  text === printed(program) && text !== '' ? linesOfRows(program) : linesOf(text);

const linesOfRows = memoLast((program: Program): SourceLines => {
  const { length } = rowIndexOf(program);
  return { lineOf: (row) => row, rowAt: (line) => Math.min(line, length) };
});

const linesOf = memoLast((text: string): SourceLines | null => {
  const read = readText(text);
  if (!read.ok) return null;
  const { lines } = read.value;
  const lineOf = (row: number) => lines[row - 1] ?? 1;
  // A repeat goes back to its first line: from there on, the rows of a line are its first ones.
  const first = lines.every((line, i) => i === 0 || line > (lines[i - 1] ?? 0)) ? null : firstRows(lines);
  const count = first ? first.length : lines.length;
  const at = (index: number) => (first ? (first[index]?.line ?? 0) : (lines[index] ?? 0));
  return {
    lineOf,
    rowAt(line) {
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (at(middle) <= line) low = middle + 1;
        else high = middle;
      }
      return first ? (first[low - 1]?.row ?? 0) : low;
    },
  };
});

/** The first row of each line, in the order of the lines. */
function firstRows(lines: readonly number[]): { readonly line: number; readonly row: number }[] {
  const first = new Map<number, number>();
  lines.forEach((line, i) => {
    if (!first.has(line)) first.set(line, i + 1);
  });
  return [...first].map(([line, row]) => ({ line, row })).sort((a, b) => a.line - b.line);
}
