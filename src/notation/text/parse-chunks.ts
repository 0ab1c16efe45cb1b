import type { Event } from '../../engine/model.ts';
import { commonEndsOfTexts } from '../../lib/common-ends.ts';
import type { Diagnostic } from '../../lib/source.ts';
import { LIMITS } from './limits.ts';
import type { ProgramText, TextRange } from './program-text.ts';

/** A chunk of a text, parsed by itself. */
export interface ParsedChunk extends ProgramText {
  /** Diagnostics of its syntax, in text order; the program has the valid events. */
  readonly diagnostics: readonly Diagnostic[];
  /** The number of events, repeats expanded, including those inside invalid parts. */
  readonly count: number;
  /** Whether it ended where more input was expected. */
  readonly isCutOff: boolean;
}

/** A parsed long text, with points at which parsing can resume. */
export interface ParsedText extends Omit<ParsedChunk, 'isCutOff'> {
  readonly text: string;
  readonly marks: readonly ResumePoint[];
}

/** The start of a line with no open brace, and how much was parsed before it. */
interface ResumePoint {
  readonly offset: number;
  readonly line: number;
  readonly events: number;
  readonly rows: number;
  readonly repeats: number;
  readonly diagnostics: number;
  readonly count: number;
}

const START: ResumePoint = { offset: 0, line: 0, events: 0, rows: 0, repeats: 0, diagnostics: 0, count: 0 };
/** Chunks between two resume points. */
const STRIDE = 64;

/**
 * Parses a long text in chunks of one line, of a statement of a long line, or of the lines of a braced block. Equal chunks are parsed once, and the parts that the
 * text shares with the previous text at either end are not parsed again. Returns null if a chunk cannot be parsed by itself; then
 * the text has to be parsed as a whole. The result equals that of a whole parse, because only a statement with a block continues
 * past the end of its line; diagnostics of the program as a whole are not included.
 */
export function parseInChunks(
  text: string,
  read: (piece: string) => ParsedChunk,
  last: ParsedText | null,
): ParsedText | null {
  const { prefix, suffix } = last ? commonEndsOfTexts(last.text, text) : { prefix: 0, suffix: 0 };
  const from = last?.marks.findLast(({ offset }) => offset <= prefix) ?? START;
  const found = resumeFrom(last, from);
  /** Resume points of the previous text in the part that both share, and the offset by which that part moved. */
  const sharedMarks = last?.marks.filter(({ offset }) => offset >= last.text.length - suffix) ?? [];
  const shift = text.length - (last?.text.length ?? 0);
  let next = 0;

  let piece = from.offset;
  let { line } = from;
  let begin = line;
  let open = 0;
  let unmarked = 0;
  for (let at = piece; at <= text.length; ) {
    if (open === 0) {
      let mark = sharedMarks[next];
      for (; mark && mark.offset + shift < at; mark = sharedMarks[next]) next += 1;
      if (last && mark && mark.offset + shift === at) {
        const joined = joinRest(found, last, mark, { offset: shift, line: line - mark.line });
        return joined.count > LIMITS.events || joined.diagnostics.length >= LIMITS.diagnostics
          ? null
          : { ...joined, text };
      }
      if (unmarked === 0) found.marks.push(resumePointAt(found, at, line));
      unmarked = (unmarked + 1) % STRIDE;
    }
    line += 1;
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const shape = shapeOfLine(text, at, end);
    if (!shape || open + shape.depth < 0) return null;
    const cuts = open === 0 ? shape.cuts : [];
    for (const cut of cuts) {
      const part = parseChunk(text.slice(piece, cut), read);
      // A part of a line does not know its column.
      if (part.diagnostics.length > 0) return null;
      addChunk(found, part, { offset: piece, line: begin });
      if (found.count > LIMITS.events) return null;
      piece = cut;
    }
    open += shape.depth;
    at = end + 1;
    if (open > 0) continue;
    const one = parseChunk(text.slice(piece, at), read);
    if (one.diagnostics.length > 0 && cuts.length > 0) return null;
    if (one.diagnostics.length > 0 && ((one.isCutOff && feed >= 0) || CONTINUES.test(text.slice(piece, end))))
      return null;
    addChunk(found, one, { offset: piece, line: begin });
    if (found.count > LIMITS.events || found.diagnostics.length >= LIMITS.diagnostics) return null;
    piece = at;
    begin = line;
  }
  return open === 0 ? { ...found, text } : null;
}

interface ParseSoFar {
  readonly program: Event[];
  readonly lines: number[];
  readonly starts: number[];
  readonly repeats: TextRange[];
  readonly diagnostics: Diagnostic[];
  readonly marks: ResumePoint[];
  count: number;
}

/** Returns what was parsed before a resume point. */
const resumeFrom = (
  last: ParsedText | null,
  { offset, events, rows, repeats, diagnostics, count }: ResumePoint,
): ParseSoFar => ({
  program: last?.program.slice(0, events) ?? [],
  lines: last?.lines.slice(0, rows) ?? [],
  starts: last?.starts.slice(0, rows) ?? [],
  repeats: last?.repeats.slice(0, repeats) ?? [],
  diagnostics: last?.diagnostics.slice(0, diagnostics) ?? [],
  marks: last?.marks.filter((mark) => mark.offset < offset) ?? [],
  count,
});

const resumePointAt = (
  { program, lines, repeats, diagnostics, count }: ParseSoFar,
  offset: number,
  line: number,
): ResumePoint => ({
  ...{ offset, line, count },
  ...{ events: program.length, rows: lines.length, repeats: repeats.length, diagnostics: diagnostics.length },
});

/** The distance by which a part of a text moved. */
interface Shift {
  readonly offset: number;
  readonly line: number;
}

/** Adds a chunk that was parsed by itself. */
function addChunk(found: ParseSoFar, piece: ParsedChunk, by: Shift): void {
  for (const event of piece.program) found.program.push(event);
  for (const line of piece.lines) found.lines.push(line + by.line);
  for (const start of piece.starts) found.starts.push(start + by.offset);
  for (const repeat of piece.repeats) found.repeats.push(shiftRange(repeat, by));
  for (const diagnostic of piece.diagnostics) found.diagnostics.push(shiftDiagnostic(diagnostic, by));
  found.count += piece.count;
}

/** Joins what was parsed so far with the rest of the previous parse, in bulk. */
function joinRest(found: ParseSoFar, last: ParsedText, from: ResumePoint, by: Shift): ParseSoFar {
  const at = resumePointAt(found, from.offset + by.offset, from.line + by.line);
  const shifted = (mark: ResumePoint): ResumePoint => ({
    offset: mark.offset + by.offset,
    line: mark.line + by.line,
    events: mark.events - from.events + at.events,
    rows: mark.rows - from.rows + at.rows,
    repeats: mark.repeats - from.repeats + at.repeats,
    diagnostics: mark.diagnostics - from.diagnostics + at.diagnostics,
    count: mark.count - from.count + at.count,
  });
  return {
    program: found.program.concat(last.program.slice(from.events)),
    lines: found.lines.concat(addToEach(last.lines.slice(from.rows), by.line)),
    starts: found.starts.concat(addToEach(last.starts.slice(from.rows), by.offset)),
    repeats: found.repeats.concat(last.repeats.slice(from.repeats).map((one) => shiftRange(one, by))),
    diagnostics: found.diagnostics.concat(
      last.diagnostics.slice(from.diagnostics).map((one) => shiftDiagnostic(one, by)),
    ),
    marks: found.marks.concat(last.marks.filter(({ offset }) => offset >= from.offset).map(shifted)),
    count: found.count + last.count - from.count,
  };
}

/** Adds a number to each element, in place. */
function addToEach(numbers: number[], by: number): number[] {
  if (by !== 0) for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] as number) + by;
  return numbers;
}

const shiftRange = ({ start, end }: TextRange, by: Shift): TextRange => ({
  start: start + by.offset,
  end: end + by.offset,
});

function shiftDiagnostic({ span, ...what }: Diagnostic, by: Shift): Diagnostic {
  const { line, start, end } = span;
  return { ...what, span: { ...span, line: line + by.line, start: start + by.offset, end: end + by.offset } };
}

/** Matches a block on its own line, which belongs to the call above it. */
const CONTINUES = /^\s*(?:after|before)\b/;

const CACHE = new Map<string, ParsedChunk>();
const MAX_CACHED = 4096;
/** Events of the cached chunks, repeats expanded. */
let cachedEvents = 0;

function parseChunk(text: string, read: (piece: string) => ParsedChunk): ParsedChunk {
  const known = CACHE.get(text);
  if (known) return known;
  const piece = read(text);
  if (CACHE.size >= MAX_CACHED || cachedEvents + piece.count > LIMITS.events) {
    CACHE.clear();
    cachedEvents = 0;
  }
  cachedEvents += piece.count;
  // A copy: a slice would keep the whole text that it was cut from.
  CACHE.set(text.split('').join(''), piece);
  return piece;
}

/** Longer lines, in characters, are parsed statement by statement. */
const LONG_LINE = 1024;

interface LineShape {
  /** The braces that the line opens, minus those it closes. */
  readonly depth: number;
  /** The offsets after the semicolons of a long line that are in no block. */
  readonly cuts: readonly number[];
}

/** Returns where the statements and blocks of a line end; null if quotes, comments or an odd line end make that unclear. */
function shapeOfLine(text: string, from: number, to: number): LineShape | null {
  const cuts: number[] = [];
  const isLong = to - from > LONG_LINE;
  let depth = 0;
  let least = 0;
  let odd = false;
  let any = false;
  for (let at = from; at < to; at++) {
    switch (text.charCodeAt(at)) {
      case 0x7b:
        depth += 1;
        any = true;
        break;
      case 0x7d:
        depth -= 1;
        least = Math.min(least, depth);
        any = true;
        break;
      case 0x3b:
        if (isLong && depth === 0) cuts.push(at + 1);
        break;
      case 0x22:
      case 0x23:
        odd = true;
        break;
      case 0x0d:
      case 0xfeff:
        return null;
    }
  }
  if (any && odd) return null;
  return { depth, cuts: odd || depth !== 0 || least < 0 ? [] : cuts };
}
