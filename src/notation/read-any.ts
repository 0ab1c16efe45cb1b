import type { Program } from '../engine/model.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { Diagnostic } from '../lib/source.ts';
import type { View } from './link/link.ts';
import { readLetters } from './link/read-letters.ts';
import { readLink } from './link/read-link.ts';
import { type MailTable, readTable } from './mail/table.ts';
import { LIMITS } from './text/limits.ts';
import { parseProgram, type Source } from './text/parse.ts';

/** A program and the form in which it was written. */
export type ParsedInput =
  | { readonly from: 'notation'; readonly program: Program; readonly source: Source }
  | { readonly from: 'table'; readonly program: Program; readonly table: MailTable }
  | { readonly from: 'letters'; readonly program: Program }
  | { readonly from: 'link'; readonly program: Program; readonly view: View };

/** The form that a text was taken for, and its errors. */
export interface InputFailure {
  readonly from: ParsedInput['from'];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads any pasted text. A single address with a program is a link. Valid notation is notation, even if it would also be a table of bare
 * calls. Letters may be joined or separated by spaces. A text with table rows is a table; anything else is notation with errors.
 */
export function readAny(text: string): Result<ParsedInput, InputFailure> {
  // The notation has the message for a text that is too long; nothing else looks at it.
  if (text.length > LIMITS.text) return readNotation(text);
  const word = text.trim();
  if (isLink(text)) {
    const link = readLink(text);
    return link.ok
      ? ok({ from: 'link', program: link.value.program, view: link.value })
      : err({ from: 'link', diagnostics: link.error });
  }
  const notation = readNotation(text);
  if (notation.ok) return notation;
  if (/^[A-Za-z0-9._~-]+$/.test(word)) {
    const letters = readLetters(word);
    if (letters.ok) return ok({ from: 'letters', program: letters.value });
    // No word of the notation begins with a capital.
    if (/^~?[A-Z]/.test(word)) return err({ from: 'letters', diagnostics: letters.error });
  }
  // `E D D`, as people write letters in prose.
  if (/^~?[A-Z]/.test(word)) {
    const joined = word.replace(/[\s,;]+/g, '');
    const letters = /^[A-Za-z0-9._~-]+$/.test(joined) ? readLetters(joined) : null;
    if (letters?.ok) return ok({ from: 'letters', program: letters.value });
  }
  const table = readTable(text);
  if (table.ok) return ok({ from: 'table', program: table.value.program, table: table.value });
  // An invalid table has an error on a line; the error of a text without any row is at offset 0.
  if (table.error.some(({ span }) => span.end > 0)) return err({ from: 'table', diagnostics: table.error });
  return notation;
}

/** Whether a text is a single word with `#` and a version, possibly after the number of a footnote; or what follows the `#`. */
export function isLink(text: string): boolean {
  const word = text.trim().replace(/^\[\d{1,9}\]\s+/, '');
  return !/\s/.test(word) && (/#\d{1,40}\//.test(word) || /^\d{1,40}\/./.test(word));
}

function readNotation(text: string): Result<ParsedInput, InputFailure> {
  const notation = parseProgram(text);
  return notation.ok
    ? ok({ from: 'notation', program: notation.value.program, source: notation.value })
    : err({ from: 'notation', diagnostics: notation.error });
}
