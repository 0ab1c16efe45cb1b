import type { Diagnostic } from '../../lib/source.ts';
import { LIMITS } from './limits.ts';
import { createLineIndex, type LineIndex } from './line-index.ts';
import { unquoteNote } from './quote.ts';

export interface Token {
  readonly kind: 'word' | 'string' | '{' | '}' | '(' | ')' | '~' | ';' | 'newline' | 'end';
  readonly start: number;
  readonly end: number;
  /** The word; of a string its text without quotes and escapes; otherwise the source text. */
  readonly text: string;
}

/** Reads a text as tokens with one token of lookahead, and collects diagnostics. */
export interface Scanner {
  readonly lineIndex: LineIndex;
  readonly diagnostics: Diagnostic[];
  /** Returns the next token without taking it. */
  peek(): Token;
  /** Takes the next token; at the end of the text it gives `end` for ever. */
  take(): Token;
  /** Takes the next token if it has this kind and, if given, this text. */
  skip(kind: Token['kind'], text?: string): boolean;
  /** Adds a diagnostic at a token. After the maximum number of them the scanner stops. */
  fail(at: Token, message: string, expected?: string): void;
  /** Moves to the end of the text. */
  stop(): void;
}

export function scan(text: string): Scanner {
  const places = createLineIndex(text);
  const diagnostics: Diagnostic[] = [];
  let position = 0;
  let ahead: Token | undefined;
  const stop = () => {
    position = text.length;
    ahead = undefined;
  };
  const fail = (at: Token, message: string, expected?: string) => {
    if (diagnostics.length >= LIMITS.diagnostics) return;
    const span = places.spanOf(at.start, at.end);
    diagnostics.push(expected === undefined ? { span, message } : { span, message, expected });
    if (diagnostics.length === LIMITS.diagnostics) stop();
  };
  const read = (): Token => {
    TOKEN.lastIndex = position;
    const [matched = '', blank = ''] = TOKEN.exec(text) ?? [];
    const start = position + blank.length;
    position += matched.length;
    if (position === start) return { kind: 'end', start, end: start, text: '' };
    const kind = KINDS[text.charAt(start)] ?? 'word';
    if (kind !== 'string') return { kind, start, end: position, text: text.slice(start, position) };
    const { end, isClosed } = endOfString(text, position);
    position = end;
    return stringToken({ start, end, text: text.slice(start, end) }, isClosed, fail);
  };
  const peek = () => {
    ahead ??= read();
    return ahead;
  };
  const take = () => {
    const token = peek();
    ahead = undefined;
    return token;
  };
  return {
    lineIndex: places,
    diagnostics,
    peek,
    take,
    fail,
    stop,
    skip(kind, wanted) {
      const token = peek();
      if (token.kind !== kind || (wanted !== undefined && token.text !== wanted)) return false;
      take();
      return true;
    },
  };
}

/** Describes a token for a message. */
export function describeToken(token: Token): string {
  switch (token.kind) {
    case 'end':
      return 'the end of the text';
    case 'newline':
      return 'the end of the line';
    case 'string':
      return 'a text in quotes';
    default:
      return `"${token.text.length > 40 ? `${token.text.slice(0, 37)}...` : token.text}"`;
  }
}

// Blanks (a byte order mark and no-break spaces among them) and a comment, then one token, the quote of a string, or the end.
const TOKEN = /([^\S\r\n]*(?:#[^\r\n]*)?)(?:\r\n|[\r\n]|[{}()~;"]|[^\s{}()~;"#]+)?/y;

const KINDS: Readonly<Record<string, Token['kind']>> = {
  '{': '{',
  '}': '}',
  '(': '(',
  ')': ')',
  '~': '~',
  ';': ';',
  '\n': 'newline',
  '\r': 'newline',
  '"': 'string',
};

/** Finds the end of a string whose opening quote is before `from`: behind the closing quote, or the end of the line. */
function endOfString(text: string, from: number): { readonly end: number; readonly isClosed: boolean } {
  for (let at = from; at < text.length; at++) {
    switch (text.charAt(at)) {
      case '"':
        return { end: at + 1, isClosed: true };
      case '\r':
      case '\n':
        return { end: at, isClosed: false };
      case '\\':
        if (text.charAt(at + 1) !== '\n' && text.charAt(at + 1) !== '\r') at += 1;
    }
  }
  return { end: text.length, isClosed: false };
}

function stringToken(token: Omit<Token, 'kind'>, isClosed: boolean, fail: Scanner['fail']): Token {
  const string: Token = { kind: 'string', ...token };
  if (!isClosed) {
    fail({ ...string, end: token.start + 1 }, 'this text in quotes does not end on the same line', 'a closing "');
    return { ...string, text: '' };
  }
  const read = unquoteNote(token.text.slice(1, -1));
  if (read.ok) return { ...string, text: read.value };
  const start = token.start + 1 + read.error;
  const sequence = token.text.slice(read.error + 1, read.error + 3);
  fail(
    { ...string, start, end: start + 2 },
    `"${sequence}" is not an escape`,
    '\\", \\\\, \\n or \\u{...} with a character',
  );
  return { ...string, text: '' };
}
