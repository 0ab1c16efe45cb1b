import { describe, expect, test } from 'vitest';
import { decodeUtf8 } from './decode-utf8.ts';

const bytesOf = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

test('a text in UTF-8 is decoded, without its byte order mark', () => {
  expect(decodeUtf8(bytesOf(0xef, 0xbb, 0xbf, 'note "\u00f8\u{1f600}"'))).toEqual({
    ok: true,
    value: 'note "\u00f8\u{1f600}"',
  });
});

describe('the first byte that is not UTF-8 is named with its place', () => {
  test.each([
    [bytesOf(0xff), 1, 1, 'ff'],
    [bytesOf('enable\n', 0xe9, '\n'), 8, 2, 'e9'],
    [bytesOf('\u00f8\n\n', 0xc3), 5, 3, 'c3'],
    [bytesOf('a', 0xed, 0xa0, 0x80), 2, 1, 'ed'],
    [bytesOf('a'.repeat(100_000), 0x80, 'b'.repeat(100_000), 0x80), 100_001, 1, '80'],
  ])('%#', (bytes, byte, line, value) => {
    expect(decodeUtf8(bytes)).toEqual({
      ok: false,
      error: `byte ${byte}, on line ${line}, is not UTF-8: 0x${value} (expected UTF-8 text)`,
    });
  });
});
