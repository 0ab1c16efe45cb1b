import type { Event } from '../engine/model.ts';
import type { Diagnostic } from '../lib/source.ts';
import { LIMITS } from './limits.ts';
import type { Read, Stretch } from './parse.ts';

/** A piece of a text, as it reads by itself. */
export interface Piece extends Read {
  /** What is wrong with its words, in the order of the text; the program is what is right. */
  readonly diagnostics: readonly Diagnostic[];
  /** Events, repeats multiplied out, also those within what is wrong. */
  readonly count: number;
  /** Whether it ended where something had to come. */
  readonly cut: boolean;
}

/**
 * Reads a long text by its lines, each together with those that its braces hold: most say what others have said before, and
 * are read once.
 * Null where a piece cannot be read by itself, be it wrong or not: then the text has to be read as a whole.
 * What is read is what reading it as a whole gives, since no statement but one with a block goes on over the end of its line;
 * and so is what is wrong, but for that of the program as a whole, and as long as no piece asks for what comes behind it.
 */
export function parsePieces(text: string, read: (piece: string) => Piece): Omit<Piece, 'cut'> | null {
  const program: Event[] = [];
  const lines: number[] = [];
  const starts: number[] = [];
  const repeats: Stretch[] = [];
  const diagnostics: Diagnostic[] = [];
  let count = 0;
  let from = 0;
  let begin = 1;
  let line = 0;
  let open = 0;
  for (let at = 0; at <= text.length; ) {
    line += 1;
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const depth = braces(text, at, end);
    if (depth === null || open + depth < 0) return null;
    open += depth;
    at = end + 1;
    if (open > 0) continue;
    const piece = pieceOf(text.slice(from, at), read);
    count += piece.count;
    if (count > LIMITS.events) return null;
    for (const event of piece.program) program.push(event);
    for (const own of piece.lines) lines.push(begin + own - 1);
    for (const own of piece.starts) starts.push(from + own);
    for (const { start, end: behind } of piece.repeats) repeats.push({ start: from + start, end: from + behind });
    if (piece.diagnostics.length > 0) {
      if ((piece.cut && found >= 0) || CONTINUES.test(text.slice(from, end))) return null;
      for (const { span, ...what } of piece.diagnostics) {
        const shifted = { line: begin + span.line - 1, start: from + span.start, end: from + span.end };
        diagnostics.push({ ...what, span: { ...span, ...shifted } });
      }
      if (diagnostics.length >= LIMITS.diagnostics) return null;
    }
    from = at;
    begin = line + 1;
  }
  return open === 0 ? { program, lines, starts, repeats, diagnostics, count } : null;
}

/** A block on a line of its own belongs to the call above it. */
const CONTINUES = /^\s*(?:after|before)\b/;

const KNOWN = new Map<string, Piece>();
const MOST_KNOWN = 4096;

function pieceOf(text: string, read: (piece: string) => Piece): Piece {
  const known = KNOWN.get(text);
  if (known) return known;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  const piece = read(text);
  // A copy: a slice would keep the whole text that it was cut from.
  KNOWN.set(text.split('').join(''), piece);
  return piece;
}

/** How many more braces a line opens than it closes; null where quotes, comments or an odd line end make that hard to see. */
function braces(text: string, from: number, to: number): number | null {
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
