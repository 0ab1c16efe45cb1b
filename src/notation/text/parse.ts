import type { Event, Program } from '../../engine/model.ts';
import { bodiesOf } from '../../engine/run/rows.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Diagnostic, Span } from '../../lib/source.ts';
import { checkProgram } from './check.ts';
import { LIMITS } from './limits.ts';
import { createLineIndex } from './line-index.ts';
import { type ParsedChunk, type ParsedText, parseInChunks } from './parse-chunks.ts';
import { type EventOffsets, type ParseState, parseList } from './parse-list.ts';
import type { ProgramText } from './program-text.ts';
import { scan } from './scan.ts';
import { expandAll, type WrittenEvents } from './written-events.ts';

/** A program with the positions of its events in the text. */
export interface Source extends ProgramText {
  /** Returns the span of an event, without the events inside it. Copies made by a repeat share their span. */
  spanOf(event: Event): Span | undefined;
}

/**
 * Parses the notation: one event per line or separated by semicolons, at any indentation, with `#` comments and the kernel's long
 * names. The error is a list of at most `LIMITS.diagnostics` in text order; parsing continues after each of them.
 */
export function parseProgram(text: string): Result<Source, readonly Diagnostic[]> {
  if (text.length > LIMITS.text) {
    const message = `the text has ${text.length} characters`;
    return err([{ span: createLineIndex('').spanOf(0, 0), message, expected: `at most ${LIMITS.text}` }]);
  }
  return readWhole(text);
}

/** Parses the notation without spans of events: a long text is parsed in chunks, ten times faster, and equal lines share an event. */
export function readProgram(text: string): Result<ProgramText, readonly Diagnostic[]> {
  if (text.length < MIN_CHUNKED || text.length > LIMITS.text) return parseProgram(text);
  const pieces = parseInChunks(text, parseOne, last);
  last = pieces ?? last;
  // Problems of the program as a whole need the spans of a whole parse.
  if (!pieces || checkProgram(pieces.program).length > 0) return parseProgram(text);
  return pieces.diagnostics.length > 0 ? err(pieces.diagnostics) : ok(pieces);
}

/** The previous long text. */
let last: ParsedText | null = null;

/** Shorter texts, in characters, are parsed as a whole. */
const MIN_CHUNKED = 4096;

function parseOne(text: string): ParsedChunk {
  const { scanner, offsets, repeats, program, count, isCutOff } = parseAll(text);
  const starts = startsOf(program, offsets);
  const lines = starts.map(scanner.lineIndex.lineOf);
  return { program, starts, lines, repeats, count, isCutOff, diagnostics: inOrder(scanner.diagnostics) };
}

function readWhole(text: string): Result<Source, readonly Diagnostic[]> {
  const { scanner, offsets, repeats, program } = parseAll(text);
  const spanOf = (event: Event): Span | undefined => {
    const place = offsets.get(event);
    return place && scanner.lineIndex.spanOf(place.start, place.end);
  };
  const found = [...scanner.diagnostics];
  for (const { event, message, expected } of checkProgram(program)) {
    const span = (event && spanOf(event)) ?? scanner.lineIndex.spanOf(0, 0);
    found.push(expected === undefined ? { span, message } : { span, message, expected });
  }
  if (found.length > 0) return err(inOrder(found).slice(0, LIMITS.diagnostics));
  const starts = startsOf(program, offsets);
  return ok({ program, starts, lines: starts.map(scanner.lineIndex.lineOf), repeats, spanOf });
}

const inOrder = (found: readonly Diagnostic[]): Diagnostic[] => found.toSorted((a, b) => a.span.start - b.span.start);

function parseAll(text: string): ParseState & { readonly program: Program } {
  const written: WrittenEvents = [];
  const scanner = scan(text);
  const reading: ParseState = {
    scanner,
    offsets: new Map(),
    repeats: [],
    bodies: [],
    count: 0,
    depth: 0,
    nesting: 0,
    hasUnclosed: false,
    isCutOff: false,
  };
  for (;;) {
    parseList(reading, written);
    const token = scanner.take();
    if (token.kind === 'end') {
      // Of a text with a mistake, what its repeats ask for is never built.
      const program = expandAll(written, reading.bodies, { isOnce: scanner.diagnostics.length > 0 });
      return { ...reading, program };
    }
    scanner.fail(token, 'this } has no matching {', 'a { before it, or no }');
  }
}

function startsOf(program: Program, offsets: ReadonlyMap<Event, EventOffsets>): number[] {
  const starts: number[] = [];
  const visit = (events: readonly Event[]) => {
    for (const event of events) {
      const place = offsets.get(event);
      starts.push(place?.start ?? 0);
      bodiesOf(event).forEach((body, block) => {
        visit(body);
        starts.push(place?.closings[block] ?? 0);
      });
    }
  };
  visit(program);
  return starts;
}
