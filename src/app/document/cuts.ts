import { createLineIndex } from '../../notation/text/line-index.ts';
import type { Source } from '../../notation/text/parse.ts';

/**
 * Where the lines of a person's text can be parted between two rows, so that the rows before stand on the lines before. A
 * cut has a number: so many rows are before it. Rows that share a line, and those of a repeat, cannot be parted.
 */
export interface Cuts {
  isClean(cut: number): boolean;
  /** How many lines there are up to the last row before a cut, with the end of the repeat that it stands in. */
  linesUpTo(cut: number): number;
  /** How many lines there are before the first row behind a cut, and before the repeat that it stands in. */
  linesBefore(cut: number): number;
  /** Whether a line, from 0, is a part of a repeat. */
  isInRepeat(line: number): boolean;
  /** The lines from one on, from 0, that are before another. */
  lines(from: number, until: number): readonly string[];
  /** The text with other lines in the place of those. */
  replaced(from: number, until: number, lines: readonly string[]): string;
}

export function cutsOf(text: string, { lines: lineOfRow, repeats }: Pick<Source, 'lines' | 'repeats'>): Cuts {
  const { lineOf, startOf } = createLineIndex(text);
  const count = lineOf(text.length);
  const rows = lineOfRow.length;
  /** The last line of the rows before a cut, the first of those behind it. */
  const above = new Int32Array(rows + 1);
  const below = new Int32Array(rows + 1).fill(count + 1);
  lineOfRow.forEach((line, row) => {
    above[row + 1] = Math.max(above[row] ?? 0, line);
  });
  for (let row = rows - 1; row >= 0; row--) below[row] = Math.min(below[row + 1] ?? 0, lineOfRow[row] ?? 0);
  /** By line: the first and the last line of the outermost repeat that it is a part of; 0 for none. */
  const from = new Int32Array(count + 2);
  const to = new Int32Array(count + 2);
  // An inner repeat comes before the one around it, which then writes over it.
  for (const { start, end } of repeats) {
    const [first, last] = [lineOf(start), lineOf(end - 1)];
    from.fill(first, first, last + 1);
    to.fill(last, first, last + 1);
  }
  const linesUpTo = (cut: number) => {
    const line = above[cut] ?? 0;
    return to[line] || line;
  };
  const linesBefore = (cut: number) => {
    const line = below[cut] ?? 1;
    return (from[line] || line) - 1;
  };
  return {
    isClean: (cut) => cut === 0 || cut === rows || linesUpTo(cut) <= linesBefore(cut),
    linesUpTo,
    linesBefore,
    isInRepeat: (line) => from[line + 1] !== 0,
    lines: (first, until) =>
      text
        .slice(startOf(first), startOf(until))
        .split(LINE_END)
        .slice(0, until - first),
    replaced(first, until, lines) {
      const head = text.slice(0, startOf(first)) + (first === count && count > 0 ? '\n' : '');
      const middle = lines.map((line) => `${line}\n`).join('');
      return until < count ? head + middle + text.slice(startOf(until)) : (head + middle).replace(LAST_LINE_END, '');
    },
  };
}

const LINE_END = /\r\n|\n|\r/;
const LAST_LINE_END = /(?:\r\n|\n|\r)$/;
