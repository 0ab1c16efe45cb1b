import { bisectLeft, bisector } from 'd3';
import type { Program } from '../../engine/model.ts';
import { rowIndexOf } from '../../engine/run/row-index.ts';
import { memoLast } from '../../lib/memo.ts';
import { createLineIndex } from '../../notation/text/line-index.ts';
import type { ProgramText, TextRange } from '../../notation/text/program-text.ts';
import type { AppState } from '../state/state.ts';
import { readText } from './reading.ts';
import { isPrinted } from './rewrite.ts';

/** Where the rows of the program stand in the person's text. */
export interface SourceLines {
  /** The line, from 1, of a row, from 1. */
  lineOf(row: number): number;
  /** The offset at which a row, from 1, begins where its line has other rows, too; null where it has the line for itself. */
  startWithin(row: number): number | null;
  /** The first row, from 1, that begins on a line; 0 where none does. */
  rowOn(line: number): number;
  /** Every row is the line of its number: nothing is repeated, and no line has less or more than one. */
  readonly areRows: boolean;
  /** The last row that begins before an offset or at it, or else on its line; 0 where there is none. */
  rowAt(offset: number): number;
  /** The rows that begin in a part of the text; of one that has more lines, those on its lines. Null where none does. */
  rowsIn(part: TextRange): { readonly first: number; readonly last: number } | null;
}

/** Null where the text has a mistake: then it and the program are not the same. */
export const selectLines = ({ document: { text, program } }: Pick<AppState, 'document'>): SourceLines | null =>
  isPrinted(text, program) && text !== '' ? linesOfRows(program, text) : linesOf(text);

/** As we print it, a row is a line. */
const linesOfRows = memoLast((program: Program, text: string): SourceLines => {
  const { length } = rowIndexOf(program);
  const { lineOf } = createLineIndex(text);
  return {
    lineOf: (row) => row,
    startWithin: () => null,
    rowOn: (line) => (line <= length ? line : 0),
    areRows: true,
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
  const spots = spotsOf(starts);
  /** Within a repeat a place is its first time, behind it its last. */
  const isInside = ({ start, end }: TextRange) => repeats.some((repeat) => repeat.start < start && end < repeat.end);
  return {
    lineOf: (row) => lines[row - 1] ?? 1,
    startWithin(row) {
      const line = lines[row - 1];
      const isShared = line !== undefined && (lines[row - 2] === line || lines[row] === line);
      return isShared ? (starts[row - 1] ?? null) : null;
    },
    rowOn: (line) => lines.indexOf(line) + 1,
    areRows: lines.every((line, i) => line === i + 1),
    rowAt(offset) {
      const onLine = spots.at(spots.before(lineStart(offset)));
      const until = onLine && lineStart(onLine.start) === lineStart(offset) ? Math.max(offset, onLine.start) : offset;
      const spot = spots.at(spots.before(until + 1) - 1);
      if (!spot) return 0;
      return isInside({ start: until, end: until }) ? spot.first : spot.last;
    },
    rowsIn(part) {
      const from = lineOf(part.start) === lineOf(part.end) ? part.start : lineStart(part.start);
      const first = spots.at(spots.before(from));
      const last = spots.at(spots.before(part.end) - 1);
      if (!first || !last || first.start >= part.end) return null;
      return { first: first.first, last: isInside(part) ? last.first : last.last };
    },
  };
}

/** Rows that begin at one place: more than one only in a repeat. */
interface Spot {
  readonly start: number;
  readonly first: number;
  readonly last: number;
}

interface Spots {
  at(index: number): Spot | undefined;
  /** How many begin before an offset. */
  before(offset: number): number;
}

function spotsOf(starts: readonly number[]): Spots {
  // Where nothing is repeated each row has a place of its own, behind that of the row before.
  const rises = starts.every((start, i) => i === 0 || start > (starts[i - 1] as number));
  const spots = rises ? null : gathered(starts);
  const count = spots?.length ?? starts.length;
  return {
    at(index) {
      if (index < 0 || index >= count) return undefined;
      return spots ? spots[index] : { start: starts[index] as number, first: index + 1, last: index + 1 };
    },
    before: (offset) => (spots ? bisectSpots.left(spots, offset) : bisectLeft(starts, offset)),
  };
}

const bisectSpots = bisector(({ start }: Spot) => start);

function gathered(starts: readonly number[]): readonly Spot[] {
  const spots = new Map<number, Spot>();
  starts.forEach((start, i) => {
    const row = i + 1;
    spots.set(start, { start, first: spots.get(start)?.first ?? row, last: row });
  });
  return [...spots.values()].sort((a, b) => a.start - b.start);
}
