import type { Span } from '../lib/source.ts';

/** Offsets of a text turned into lines and columns. */
export interface Places {
  spanOf(start: number, end: number): Span;
  /** From 1. */
  lineOf(offset: number): number;
}

/** The lines of a text: they end at LF, CRLF or CR. A byte order mark takes no column. */
export function placesIn(text: string): Places {
  let starts: number[] | undefined;
  const lineOf = (offset: number): number => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return {
    lineOf,
    spanOf(start, end) {
      const line = lineOf(start);
      return { line, column: Math.max(0, start - (starts?.[line - 1] ?? 0)) + 1, start, end };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}
