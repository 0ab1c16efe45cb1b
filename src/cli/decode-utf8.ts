import { err, ok, type Result } from '../lib/result.ts';

/** Decodes a text, without its byte order mark. The error names the first byte that is not UTF-8, and its place. */
export function decodeUtf8(bytes: Uint8Array): Result<string, string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const at = firstInvalid(bytes);
    const line = bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === LINE_FEED ? 1 : 0), 1);
    const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0');
    return err(`byte ${at + 1}, on line ${line}, is not UTF-8: 0x${byte} (expected UTF-8 text)`);
  }
}

const LINE_FEED = 0x0a;

/** Returns the index of the first byte that belongs to no character. Each half that is valid is passed over. */
function firstInvalid(bytes: Uint8Array): number {
  let from = 0;
  let until = bytes.length;
  while (until - from > 1) {
    const middle = (from + until) >> 1;
    if (isValidStart(bytes.subarray(0, middle))) from = middle;
    else until = middle;
  }
  // A character that is cut off begins before the byte that shows it.
  while (from > 0 && !isWhole(bytes.subarray(0, from))) from -= 1;
  return from;
}

/** Whether bytes are UTF-8 up to a character that may be cut off at their end. */
const isValidStart = (bytes: Uint8Array): boolean => decodes(bytes, true);
const isWhole = (bytes: Uint8Array): boolean => decodes(bytes, false);

function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
