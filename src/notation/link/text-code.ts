import { err, ok, type Result } from '../../lib/result.ts';

/**
 * Encodes a text in the characters of a link, still readable: letters and digits stay, a blank is `_`, anything else is `~`, the
 * number of hexadecimal digits, and the digits of its code point. Ends with a letter or digit and holds no dot.
 */
export function encodeText(text: string): string {
  return text.replace(/[^A-Za-z0-9 -]|[ -]$/gu, escaped).replaceAll(' ', '_');
}

/** Decodes such a text; the error is the offset of the first invalid character. */
export function decodeText(code: string): Result<string, number> {
  let text = '';
  for (let at = 0; at < code.length; ) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(code);
    if (!match) return err(at);
    const [whole, plain, digits, hex = ''] = match;
    const point = Number.parseInt(hex.slice(0, Number(digits)), 16);
    if (plain !== undefined) text += plain.replaceAll('_', ' ');
    else if (hex.length < Number(digits) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return err(at);
    else text += String.fromCodePoint(point);
    at += plain === undefined ? 2 + Number(digits) : whole.length;
  }
  return ok(text);
}

const PIECE = /([A-Za-z0-9_-]+)|~([1-6])([0-9a-f]{1,6})/y;

function escaped(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return `~${hex.length}${hex}`;
}
