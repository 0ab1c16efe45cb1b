import { err, ok, type Result } from '../../lib/result.ts';

/** Quotes the text of a note, on one line. With `ascii` only 7-bit characters remain. */
export function quoteNote(text: string, { ascii }: { readonly ascii: boolean }): string {
  return `"${text
    .replace(/["\\]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(ascii ? NOT_ASCII : INVISIBLE, escaped)}"`;
}

/** Resolves the escapes of a quoted text: `\"`, `\\`, `\n` and `\u{…}`. The error is the offset of the first invalid escape. */
export function unquoteNote(inner: string): Result<string, number> {
  let wrong = -1;
  const text = inner.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|([\s\S])?)/g, (whole, hex, letter, offset) => {
    if (hex !== undefined && isCharacter(Number.parseInt(hex, 16)))
      return String.fromCodePoint(Number.parseInt(hex, 16));
    if (letter === 'n') return '\n';
    if (letter === '"' || letter === '\\') return letter;
    if (wrong < 0) wrong = offset;
    return whole;
  });
  return wrong < 0 ? ok(text) : err(wrong);
}

/** Whether a text has a lone surrogate, which cannot be encoded as UTF-8. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);

// Controls and characters that only change how others look would not survive an editor, or would hide in it.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const NOT_ASCII = /[^\x20-\x7e]/gu;

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

const isCharacter = (code: number): boolean => code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
