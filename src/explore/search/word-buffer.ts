/** Unsigned 32-bit words written one behind the other, and read by their place. */
export interface WordBuffer {
  readonly length: number;
  /** The words as far as they are written; another array after each `put`. */
  readonly words: Uint32Array<ArrayBuffer>;
  push(word: number): void;
  /** Takes back all from a place on; the words stay readable until the next `put`. */
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
