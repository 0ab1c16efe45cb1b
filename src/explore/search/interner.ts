/** Numbers for values that are JSON: equal values have one number, from 0 in the order in which they came. */
export interface Interner<T> {
  numberOf(value: T): number;
  get(number: number): T;
  readonly size: number;
}

export function createInterner<T>(): Interner<T> {
  const values: T[] = [];
  const numbers = new Map<string, number>();
  return {
    numberOf(value) {
      const key = JSON.stringify(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      return values.push(value) - 1;
    },
    get: (number) => values[number] as T,
    get size() {
      return values.length;
    },
  };
}
