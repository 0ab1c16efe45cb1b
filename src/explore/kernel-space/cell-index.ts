import { createStateSet } from '../search/state-set.ts';
import { SINGLETON, type ValueClasses } from './value-abstraction.ts';

/** The cells of a space: states whose numbers are the same and whose bytes are of the same classes have the same moves. */
export interface CellIndex {
  /** The cell of a state, numbered from 0 in the order in which they came; -1 where it may behave as no other. */
  cellOf(state: Uint32Array): number;
}

export interface CellIndexOptions {
  /** Of each byte, and where it stands among the bytes of a state. */
  readonly classes: readonly ValueClasses[];
  readonly positions: readonly number[];
  /** Words of a state that are numbers for all else, from this one on. */
  readonly firstNumber: number;
  readonly numbers: number;
  /** Whether states with this first number are each worked out for themselves. */
  readonly isAlone: (number: number) => boolean;
}

/** All tables of combinations of classes together have at most so many places, of four bytes. */
const MAX_TABLE_ENTRIES = 1 << 20;

/** Each first number has a table of its own, as long as there is room; what comes later is looked up by its hash. */
export function createCellIndex(options: CellIndexOptions): CellIndex {
  const combinations = options.classes.reduce((product, one) => product * radixOf(one), 1);
  return options.numbers === 1 && combinations <= MAX_TABLE_ENTRIES / 16
    ? createDirectIndex(options, combinations)
    : createHashedIndex(options);
}

/** How many classes a byte has. */
const radixOf = (classes: ValueClasses): number =>
  1 + classes.reduce((most, one) => (one === SINGLETON ? most : Math.max(most, one)), 0);

/** What a value of each byte adds to the place of a cell, by byte and value; -1 for one that may behave as no other. */
function addends(classes: readonly ValueClasses[], unit: (byte: number) => number): Int32Array {
  const units = classes.map((_, byte) => unit(byte));
  return Int32Array.from({ length: 256 * classes.length }, (_, at) => {
    const one = (classes[at >> 8] as ValueClasses)[at & 255] as number;
    return one === SINGLETON ? -1 : one * (units[at >> 8] as number);
  });
}

const byteAt = (state: Uint32Array, place: number): number =>
  ((state[place >> 2] as number) >>> (8 * (place & 3))) & 0xff;

function createDirectIndex(options: CellIndexOptions, combinations: number): CellIndex {
  const { classes, positions, firstNumber, isAlone: isUnique } = options;
  const added = addends(classes, (byte) => classes.slice(0, byte).reduce((product, one) => product * radixOf(one), 1));
  /** By first number: 1 + the cell of each combination; null where there are none, empty where there was no room. */
  const tables: (Int32Array | null)[] = [];
  let room = Math.floor(MAX_TABLE_ENTRIES / combinations);
  let size = 0;
  const hashed = createHashedIndex(options);
  /** The cell of each that is looked up by its hash. */
  const late: number[] = [];
  const lateOf = (state: Uint32Array) => {
    const number = hashed.cellOf(state);
    if (number >= 0) late[number] ??= size++;
    return late[number] ?? -1;
  };
  return {
    cellOf(state) {
      const number = state[firstNumber] as number;
      let table = tables[number];
      if (table === undefined) {
        table = isUnique(number) ? null : new Int32Array(room-- > 0 ? combinations : 0);
        tables[number] = table;
      }
      if (table === null) return -1;
      if (table.length === 0) return lateOf(state);
      let at = 0;
      for (let i = 0; i < positions.length; i++) {
        const one = added[(i << 8) | byteAt(state, positions[i] as number)] as number;
        if (one < 0) return -1;
        at += one;
      }
      const cell = table[at] as number;
      if (cell > 0) return cell - 1;
      table[at] = size + 1;
      return size++;
    },
  };
}

function createHashedIndex({
  classes,
  positions,
  firstNumber,
  numbers,
  isAlone: isUnique,
}: CellIndexOptions): CellIndex {
  const width = numbers + Math.ceil(classes.length / 8);
  const added = addends(classes, (byte) => 1 << (4 * (byte & 7)));
  const cells = createStateSet(width);
  const key = new Uint32Array(width);
  const isUniqueOf: boolean[] = [];
  return {
    cellOf(state) {
      const number = state[firstNumber] as number;
      isUniqueOf[number] ??= isUnique(number);
      if (isUniqueOf[number]) return -1;
      for (let i = 0; i < width; i++) key[i] = i < numbers ? (state[firstNumber + i] as number) : 0;
      for (let i = 0; i < positions.length; i++) {
        const one = added[(i << 8) | byteAt(state, positions[i] as number)] as number;
        if (one === -1) return -1;
        const at = numbers + (i >> 3);
        key[at] = (key[at] as number) | one;
      }
      return cells.add(key);
    },
  };
}
