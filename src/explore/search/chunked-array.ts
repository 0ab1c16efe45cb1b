/**
 * Unsigned 32-bit numbers by index, for data that a search keeps per state. It grows by chunks: nothing is copied, and
 * at most one chunk is unused, whereas a doubling array may be half empty.
 */
export interface ChunkedArray {
  /** 0 where nothing was set. */
  get(index: number): number;
  set(index: number, value: number): void;
  /** Memory that it holds, in bytes. */
  readonly bytes: number;
}

const CHUNK_BITS = 13;
const CHUNK = 1 << CHUNK_BITS;

export function createChunkedArray(): ChunkedArray {
  const chunks: Uint32Array[] = [];
  return {
    get bytes() {
      return chunks.length * CHUNK * Uint32Array.BYTES_PER_ELEMENT;
    },
    get(index) {
      const chunk = chunks[index >>> CHUNK_BITS];
      return chunk === undefined ? 0 : (chunk[index & (CHUNK - 1)] as number);
    },
    set(index, value) {
      const at = index >>> CHUNK_BITS;
      while (at >= chunks.length) chunks.push(new Uint32Array(CHUNK));
      (chunks[at] as Uint32Array)[index & (CHUNK - 1)] = value;
    },
  };
}
