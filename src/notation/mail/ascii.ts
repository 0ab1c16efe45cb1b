/** Converts a text to 7-bit characters, because any other character makes some mail programs encode the whole message. */
export function toAscii(text: string): string {
  const near = text.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return near.replace(/[^\x20-\x7e]/gu, (character) => SIMILAR.get(character) ?? '?');
}

const SIMILAR: ReadonlyMap<string, string> = new Map([
  ['\u00a0', ' '],
  ['\n', ' '],
  ['\t', ' '],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2212', '-'],
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\u2192', '->'],
  ['\u2264', '<='],
  ['\u2265', '>='],
  ['\u2260', '!='],
  ['\u00d7', 'x'],
]);
