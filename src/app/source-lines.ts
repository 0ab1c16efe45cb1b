import { memoLast } from './memo.ts';
import { readText } from './reading.ts';
import type { AppState } from './state.ts';

/** Where the rows of the program stand in the person's text. */
export interface SourceLines {
  /** The line, from 1, of a row, from 1. */
  lineOf(row: number): number;
  /** The last row on a line or above it; 0 where there is none. */
  rowAt(line: number): number;
}

/** Null where the text has a mistake: then it and the program are not the same. */
export const selectLines = ({ document }: Pick<AppState, 'document'>): SourceLines | null => linesOf(document.text);

const linesOf = memoLast((text: string): SourceLines | null => {
  const read = readText(text);
  if (!read.ok) return null;
  const { lines } = read.value;
  // A repeat goes back to its first line: from there on, the rows of a line are its first ones.
  const first = new Map<number, number>();
  lines.forEach((line, i) => {
    if (!first.has(line)) first.set(line, i + 1);
  });
  const known = [...first].sort(([a], [b]) => a - b);
  return {
    lineOf: (row) => lines[row - 1] ?? 1,
    rowAt: (line) => known.findLast(([at]) => at <= line)?.[1] ?? 0,
  };
});
