import { bisectLeft, bisector } from 'd3';
import type { Program } from '../../engine/model.ts';
import { rowIndexOf } from '../../engine/run/row-index.ts';
import { memoLast } from '../../lib/memo.ts';
import { createLineIndex } from '../../notation/text/line-index.ts';
import type { ProgramText, TextRange } from '../../notation/text/program-text.ts';
import type { AppState } from '../state/state.ts';
import { readText } from './read-text.ts';
import { isPrintedText } from './rewrite-text.ts';

/** Maps the rows of the program to positions in the text, and back. */
export interface SourceLines {
  /** The line of a row, both counted from 1. */
  lineOf(row: number): number;
  /** The offset at which a row begins if it shares its line with other rows; null if it has the line to itself. */
  startWithin(row: number): number | null;
  /** The first row that begins on a line; 0 if none does. */
  rowOn(line: number): number;
  /** Whether the numbers of rows and lines are equal: nothing is repeated, and every line has exactly one row. */
  readonly isRowPerLine: boolean;
  /** The last row that begins at or before an offset, or else on its line; 0 if there is none. */
  rowAt(offset: number): number;
  /** The rows that begin in a range, or on its lines if it has several; null if none does. */
  rowsIn(part: TextRange): { readonly first: number; readonly last: number } | null;
}

/** Null if the text has problems: it does not match the program then. */
export const selectSourceLines = ({ document: { text, program } }: Pick<AppState, 'document'>): SourceLines | null =>
  isPrintedText(text, program) && text !== '' ? linesOfRows(program, text) : linesOf(text);

/** In a printed program every row is a line. */
const linesOfRows = memoLast((program: Program, text: string): SourceLines => {
  const { length } = rowIndexOf(program);
  const { lineOf } = createLineIndex(text);
  return {
    lineOf: (row) => row,
    startWithin: () => null,
    rowOn: (line) => (line <= length ? line : 0),
    isRowPerLine: true,
    rowAt: (offset) => Math.min(lineOf(offset), length),
    rowsIn: (part) => linesOf(text)?.rowsIn(part) ?? null,
  };
});

const linesOf = memoLast((text: string): SourceLines | null => {
  const read = readText(text);
  return read.ok ? rowsOfText(text, read.value) : null;
});

function rowsOfText(text: string, { lines, starts, repeats }: ProgramText): SourceLines {
  const { lineOf } = createLineIndex(text);
  const lineStart = (offset: number) =>
    Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const rowStarts = rowStartsOf(starts);
  /** Within a repeat, offsets refer to the rows of its first iteration, after it to those of the last. */
  const isInside = ({ start, end }: TextRange) => repeats.some((repeat) => repeat.start < start && end < repeat.end);
  return {
    lineOf: (row) => lines[row - 1] ?? 1,
    startWithin(row) {
      const line = lines[row - 1];
      const isShared = line !== undefined && (lines[row - 2] === line || lines[row] === line);
      return isShared ? (starts[row - 1] ?? null) : null;
    },
    rowOn: (line) => lines.indexOf(line) + 1,
    isRowPerLine: lines.every((line, i) => line === i + 1),
    rowAt(offset) {
      const onLine = rowStarts.at(rowStarts.before(lineStart(offset)));
      const until = onLine && lineStart(onLine.start) === lineStart(offset) ? Math.max(offset, onLine.start) : offset;
      const rowStart = rowStarts.at(rowStarts.before(until + 1) - 1);
      if (!rowStart) return 0;
      return isInside({ start: until, end: until }) ? rowStart.first : rowStart.last;
    },
    rowsIn(part) {
      const from = lineOf(part.start) === lineOf(part.end) ? part.start : lineStart(part.start);
      const first = rowStarts.at(rowStarts.before(from));
      const last = rowStarts.at(rowStarts.before(part.end) - 1);
      if (!first || !last || first.start >= part.end) return null;
      return { first: first.first, last: isInside(part) ? last.first : last.last };
    },
  };
}

/** Rows that begin at one offset: several only within a repeat. */
interface RowStart {
  readonly start: number;
  readonly first: number;
  readonly last: number;
}

interface RowStarts {
  at(index: number): RowStart | undefined;
  /** The number of starts before an offset. */
  before(offset: number): number;
}

function rowStartsOf(starts: readonly number[]): RowStarts {
  // Without repeats, every row begins after the one before it.
  const rises = starts.every((start, i) => i === 0 || start > (starts[i - 1] as number));
  const rowStarts = rises ? null : groupByStart(starts);
  const count = rowStarts?.length ?? starts.length;
  return {
    at(index) {
      if (index < 0 || index >= count) return undefined;
      return rowStarts ? rowStarts[index] : { start: starts[index] as number, first: index + 1, last: index + 1 };
    },
    before: (offset) => (rowStarts ? bisectStarts.left(rowStarts, offset) : bisectLeft(starts, offset)),
  };
}

const bisectStarts = bisector(({ start }: RowStart) => start);

function groupByStart(starts: readonly number[]): readonly RowStart[] {
  const rowStarts = new Map<number, RowStart>();
  starts.forEach((start, i) => {
    const row = i + 1;
    rowStarts.set(start, { start, first: rowStarts.get(start)?.first ?? row, last: row });
  });
  return [...rowStarts.values()].sort((a, b) => a.start - b.start);
}
