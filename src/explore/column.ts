/**
 * Unsigned 32-bit numbers by index, for what is kept of every state of a search. It grows by chunks: nothing is copied, and
 * never more than a chunk is unused, where an array that doubles may be half empty.
 */
export interface Column {
  /** 0 where nothing was set. */
  get(index: number): number;
  set(index: number, value: number): void;
}

/** A column of 4 bytes a number, or of 1 where no number is above 255. */
export function columnOf(bytes: 1 | 4): Column {
  const make = () => (bytes === 1 ? new Uint8Array(CHUNK) : new Uint32Array(CHUNK));
  const chunks: (Uint8Array | Uint32Array)[] = [];
  return {
    get(index) {
      const chunk = chunks[index >>> CHUNK_BITS];
      return chunk === undefined ? 0 : (chunk[index & (CHUNK - 1)] as number);
    },
    set(index, value) {
      const at = index >>> CHUNK_BITS;
      while (at >= chunks.length) chunks.push(make());
      (chunks[at] as Uint32Array)[index & (CHUNK - 1)] = value;
    },
  };
}

/** Numbers of a chunk: small beside what a search of any size needs. */
export const CHUNK_BITS = 13;
export const CHUNK = 1 << CHUNK_BITS;
