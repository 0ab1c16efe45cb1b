/** Numbers JSON values: equal values share a number, counted from 0 in order of arrival. */
export interface Interner<T> {
  numberOf(value: T): number;
  get(number: number): T;
  readonly size: number;
  /** Estimated memory that it holds, in bytes. */
  readonly bytes: number;
}

export function createInterner<T>(): Interner<T> {
  const values: T[] = [];
  const numbers = new Map<string, number>();
  let characters = 0;
  return {
    numberOf(value) {
      const key = JSON.stringify(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      characters += key.length;
      return values.push(value) - 1;
    },
    get: (number) => values[number] as T,
    get bytes() {
      return values.length * ENTRY_BYTES + characters * BYTES_PER_CHARACTER;
    },
    get size() {
      return values.length;
    },
  };
}

/** Measured: a map entry and the headers of key and value. */
const ENTRY_BYTES = 120;
/** Measured: a character of the key, and the objects and arrays that it stands for. */
const BYTES_PER_CHARACTER = 6;
