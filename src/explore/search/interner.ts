/** Numbers JSON values: equal values share a number, counted from 0 in order of arrival. */
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
