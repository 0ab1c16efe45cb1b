import type { Event } from '../../engine/model.ts';
import { commonEndsOfTexts } from '../../lib/common-ends.ts';
import type { Diagnostic } from '../../lib/source.ts';
import { LIMITS } from './limits.ts';
import type { ProgramText, TextRange } from './program-text.ts';

/** A piece of a text, as it reads by itself. */
export interface ParsedChunk extends ProgramText {
  /** What is wrong with its words, in the order of the text; the program is what is right. */
  readonly diagnostics: readonly Diagnostic[];
  /** Events, repeats multiplied out, also those within what is wrong. */
  readonly count: number;
  /** Whether it ended where something had to come. */
  readonly isCutOff: boolean;
}

/** A long text that was read, and places in it where it can be read on. */
export interface ParsedText extends Omit<ParsedChunk, 'isCutOff'> {
  readonly text: string;
  readonly marks: readonly ResumePoint[];
}

/** A place in a text where a line begins and no brace is open, and how much was read before it. */
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
/** Pieces from one mark to the next. */
const STRIDE = 64;

/**
 * Reads a long text by its lines, each together with those that its braces hold: most say what others have said before, and
 * are read once. What it shares at its ends with the text that was read last is not read again.
 * Null where a piece cannot be read by itself, be it wrong or not: then the text has to be read as a whole.
 * What is read is what reading it as a whole gives, since no statement but one with a block goes on over the end of its line;
 * and so is what is wrong, but for that of the program as a whole, and as long as no piece asks for what comes behind it.
 */
export function parseInChunks(
  text: string,
  read: (piece: string) => ParsedChunk,
  last: ParsedText | null,
): ParsedText | null {
  const { prefix, suffix } = last ? commonEndsOfTexts(last.text, text) : { prefix: 0, suffix: 0 };
  const from = last?.marks.findLast(({ offset }) => offset <= prefix) ?? START;
  const found = resumeFrom(last, from);
  /** Where the last text is the same from there on, and how much further behind that stands in this one. */
  const same = last?.marks.filter(({ offset }) => offset >= last.text.length - suffix) ?? [];
  const shift = text.length - (last?.text.length ?? 0);
  let next = 0;

  let piece = from.offset;
  let { line } = from;
  let begin = line;
  let open = 0;
  let unmarked = 0;
  for (let at = piece; at <= text.length; ) {
    if (open === 0) {
      let mark = same[next];
      for (; mark && mark.offset + shift < at; mark = same[next]) next += 1;
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
    const depth = countBraces(text, at, end);
    if (depth === null || open + depth < 0) return null;
    open += depth;
    at = end + 1;
    if (open > 0) continue;
    const one = parseChunk(text.slice(piece, at), read);
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

/** What was read of a text before a mark. */
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

/** How much further behind something stands in one text than in another. */
interface Shift {
  readonly offset: number;
  readonly line: number;
}

/** Adds a piece that was read by itself. */
function addChunk(found: ParseSoFar, piece: ParsedChunk, by: Shift): void {
  for (const event of piece.program) found.program.push(event);
  for (const line of piece.lines) found.lines.push(line + by.line);
  for (const start of piece.starts) found.starts.push(start + by.offset);
  for (const repeat of piece.repeats) found.repeats.push(shiftRange(repeat, by));
  for (const diagnostic of piece.diagnostics) found.diagnostics.push(shiftDiagnostic(diagnostic, by));
  found.count += piece.count;
}

/** With what was read from a mark on the last time: parts of long lists are joined at once. */
function joinRest(found: ParseSoFar, last: ParsedText, from: ResumePoint, by: Shift): ParseSoFar {
  const at = resumePointAt(found, from.offset + by.offset, from.line + by.line);
  const moved = (mark: ResumePoint): ResumePoint => ({
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
    marks: found.marks.concat(last.marks.filter(({ offset }) => offset >= from.offset).map(moved)),
    count: found.count + last.count - from.count,
  };
}

/** A list of one's own with something added to each number. */
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

/** A block on a line of its own belongs to the call above it. */
const CONTINUES = /^\s*(?:after|before)\b/;

const CACHE = new Map<string, ParsedChunk>();
const MAX_CACHED = 4096;

function parseChunk(text: string, read: (piece: string) => ParsedChunk): ParsedChunk {
  const known = CACHE.get(text);
  if (known) return known;
  if (CACHE.size >= MAX_CACHED) CACHE.clear();
  const piece = read(text);
  // A copy: a slice would keep the whole text that it was cut from.
  CACHE.set(text.split('').join(''), piece);
  return piece;
}

/** How many more braces a line opens than it closes; null where quotes, comments or an odd line end make that hard to see. */
function countBraces(text: string, from: number, to: number): number | null {
  let depth = 0;
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
        any = true;
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
  return any && odd ? null : depth;
}
