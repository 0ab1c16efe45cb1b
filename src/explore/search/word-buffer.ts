/** A growable buffer of unsigned 32-bit words. */
export interface WordBuffer {
  readonly length: number;
  /** The backing array; `push` may replace it. */
  readonly words: Uint32Array<ArrayBuffer>;
  /** Memory that it holds, in bytes. */
  readonly bytes: number;
  push(word: number): void;
  /** Drops all words from an index on; they stay readable until the next `push`. */
  truncate(length: number): void;
}

export function createWordBuffer(): WordBuffer {
  let words = new Uint32Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    get words() {
      return words;
    },
    get bytes() {
      return words.byteLength;
    },
    push(word) {
      if (length === words.length) {
        const longer = new Uint32Array(length * 2);
        longer.set(words);
        words = longer;
      }
      words[length++] = word;
    },
    truncate(to) {
      length = to;
    },
  };
}
