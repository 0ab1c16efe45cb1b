import type { Event } from '../engine/model.ts';
import { LIMITS } from './limits.ts';
import type { Read, Stretch } from './parse.ts';

/**
 * Reads a long text by its lines, each together with those that its braces hold: most say what others have said before, and
 * are read once. `read` reads one piece, null where it is wrong.
 * Null where a piece cannot be read by itself, be it wrong or not: then the text has to be read as a whole.
 * What is read is what reading it as a whole gives, since no statement but one with a block goes on over the end of its line.
 */
export function parsePieces(text: string, read: (piece: string) => Read | null): Read | null {
  const program: Event[] = [];
  const lines: number[] = [];
  const starts: number[] = [];
  const repeats: Stretch[] = [];
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
    const piece = pieceOf(text.slice(from, end), read);
    if (!piece || program.length + piece.program.length > LIMITS.events) return null;
    for (const event of piece.program) program.push(event);
    for (const own of piece.lines) lines.push(begin + own - 1);
    for (const own of piece.starts) starts.push(from + own);
    for (const { start, end: behind } of piece.repeats) repeats.push({ start: from + start, end: from + behind });
    from = at;
    begin = line + 1;
  }
  return open === 0 ? { program, lines, starts, repeats } : null;
}

const KNOWN = new Map<string, Read | null>();
const MOST_KNOWN = 4096;

function pieceOf(text: string, read: (piece: string) => Read | null): Read | null {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
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
