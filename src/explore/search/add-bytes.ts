/** Adds four bytes to four bytes, each modulo 256. */
export const addBytes = (a: number, b: number): number =>
  ((a & 0x7f7f7f7f) + (b & 0x7f7f7f7f)) ^ ((a ^ b) & 0x80808080);
