import { bisectRight } from 'd3';
import type { Span } from '../../lib/source.ts';

/** Converts offsets of a text to lines and columns. */
export interface LineIndex {
  spanOf(start: number, end: number): Span;
  /** From 1. */
  lineOf(offset: number): number;
  /** Returns the offset at which a line, from 0, begins; the length of the text for a line after the last. */
  startOf(line: number): number;
}

/** Indexes the lines of a text, which end at LF, CRLF or CR. A byte order mark takes no column. */
export function createLineIndex(text: string): LineIndex {
  let known: readonly number[] | undefined;
  const startsOf = () => {
    known ??= lineStarts(text);
    return known;
  };
  const lineOf = (offset: number): number => bisectRight(startsOf(), offset);
  return {
    lineOf,
    startOf: (line) => startsOf()[line] ?? text.length,
    spanOf(start, end) {
      const line = lineOf(start);
      return { line, column: Math.max(0, start - (startsOf()[line - 1] ?? 0)) + 1, start, end };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  if (!text.includes('\r')) {
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
  }
  return starts;
}

const LF = 0x0a;
const CR = 0x0d;
