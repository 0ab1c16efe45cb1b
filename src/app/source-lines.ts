import type { Program } from '../engine/model.ts';
import { rowIndexOf } from '../engine/row-index.ts';
import type { Read, Stretch } from '../notation/parse.ts';
import { placesIn } from '../notation/place.ts';
import { memoLast } from './memo.ts';
import { readText } from './reading.ts';
import { printed } from './rewrite.ts';
import type { AppState } from './state.ts';

/** Where the rows of the program stand in the person's text. */
export interface SourceLines {
  /** The line, from 1, of a row, from 1. */
  lineOf(row: number): number;
  /** The last row that begins before an offset or at it, or else on its line; 0 where there is none. */
  rowAt(offset: number): number;
  /** The rows that begin in a part of the text; of one that has more lines, those on its lines. Null where none does. */
  rowsIn(part: Stretch): { readonly first: number; readonly last: number } | null;
}

/** Null where the text has a mistake: then it and the program are not the same. */
export const selectLines = ({ document: { text, program } }: Pick<AppState, 'document'>): SourceLines | null =>
  // As we print it, a row is a line.
  text === printed(program) && text !== '' ? linesOfRows(program, text) : linesOf(text);

const linesOfRows = memoLast((program: Program, text: string): SourceLines => {
  const { length } = rowIndexOf(program);
  const { lineOf } = placesIn(text);
  return {
    lineOf: (row) => row,
    rowAt: (offset) => Math.min(lineOf(offset), length),
    rowsIn: (part) => linesOf(text)?.rowsIn(part) ?? null,
  };
});

const linesOf = memoLast((text: string): SourceLines | null => {
  const read = readText(text);
  return read.ok ? rowsOfText(text, read.value) : null;
});

/** Rows that begin at one place: more than one only in a repeat. */
interface Spot {
  readonly start: number;
  readonly first: number;
  readonly last: number;
}

function rowsOfText(text: string, { lines, starts, repeats }: Read): SourceLines {
  const { lineOf } = placesIn(text);
  const lineStart = (offset: number) =>
    Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  let found: readonly Spot[] | undefined;
  const spotsIn = () => {
    found ??= spotsOf(starts);
    return found;
  };
  /** Within a repeat a place is its first time, behind it its last. */
  const isInside = ({ start, end }: Stretch) => repeats.some((repeat) => repeat.start < start && end < repeat.end);
  return {
    lineOf: (row) => lines[row - 1] ?? 1,
    rowAt(offset) {
      const spots = spotsIn();
      const line = lineOf(offset);
      const begin = lineStart(offset);
      const onLine = spots.find(({ start }) => start >= begin);
      const until = onLine && lineOf(onLine.start) === line ? Math.max(offset, onLine.start) : offset;
      const spot = spots.findLast(({ start }) => start <= until);
      if (!spot) return 0;
      return isInside({ start: until, end: until }) ? spot.first : spot.last;
    },
    rowsIn(part) {
      const from = lineOf(part.start) === lineOf(part.end) ? part.start : lineStart(part.start);
      const within = spotsIn().filter(({ start }) => start >= from && start < part.end);
      const [first] = within;
      const last = within.at(-1);
      return first && last ? { first: first.first, last: isInside(part) ? last.first : last.last } : null;
    },
  };
}

function spotsOf(starts: readonly number[]): readonly Spot[] {
  const spots = new Map<number, Spot>();
  starts.forEach((start, i) => {
    const row = i + 1;
    spots.set(start, { start, first: spots.get(start)?.first ?? row, last: row });
  });
  return [...spots.values()].sort((a, b) => a.start - b.start);
}
