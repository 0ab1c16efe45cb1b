import { createLineIndex } from '../../notation/text/line-index.ts';
import type { Source } from '../../notation/text/parse.ts';

/**
 * Positions at which the lines of a text can be split between two rows, so that the rows before are on the lines before. The
 * number of a cut is the number of rows before it. Rows that share a line, or belong to one repeat, cannot be split.
 */
interface LineCuts {
  isClean(cut: number): boolean;
  /** The number of lines up to the last row before a cut, including the end of the repeat around that row. */
  linesUpTo(cut: number): number;
  /** The number of lines before the first row after a cut, and before the repeat around that row. */
  linesBefore(cut: number): number;
  /** Whether a line, counted from 0, is part of a repeat. */
  isInRepeat(line: number): boolean;
  /** The lines of a range, counted from 0; the end is not in it. */
  lines(from: number, until: number): readonly string[];
  /** Returns the text with other lines in place of that range. */
  replace(from: number, until: number, lines: readonly string[]): string;
}

export function findLineCuts(text: string, { lines: lineOfRow, repeats }: Pick<Source, 'lines' | 'repeats'>): LineCuts {
  const { lineOf, startOf } = createLineIndex(text);
  const count = lineOf(text.length);
  const rows = lineOfRow.length;
  /** By cut: the last line of the rows before it, and the first line of the rows after it. */
  const above = new Int32Array(rows + 1);
  const below = new Int32Array(rows + 1).fill(count + 1);
  lineOfRow.forEach((line, row) => {
    above[row + 1] = Math.max(above[row] ?? 0, line);
  });
  for (let row = rows - 1; row >= 0; row--) below[row] = Math.min(below[row + 1] ?? 0, lineOfRow[row] ?? 0);
  /** By line: the first and the last line of the outermost repeat around it; 0 for none. */
  const from = new Int32Array(count + 2);
  const to = new Int32Array(count + 2);
  // An inner repeat comes before the one around it, which overwrites its lines.
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
    replace(first, until, lines) {
      const head = text.slice(0, startOf(first)) + (first === count && count > 0 ? '\n' : '');
      const middle = lines.map((line) => `${line}\n`).join('');
      return until < count ? head + middle + text.slice(startOf(until)) : (head + middle).replace(LAST_LINE_END, '');
    },
  };
}

const LINE_END = /\r\n|\n|\r/;
const LAST_LINE_END = /(?:\r\n|\n|\r)$/;
