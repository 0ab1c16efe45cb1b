import { createStateSet } from '../search/state-set.ts';
import { SINGLETON, type ValueClasses } from './value-abstraction.ts';

/**
 * Partition of the states into cells. States with equal numbers whose bytes are in the same value classes have the same
 * moves.
 */
export interface CellIndex {
  /** The cell of a state, numbered from 0 in order of arrival; -1 if the state is in no cell. */
  cellOf(state: Uint32Array): number;
  /** Memory that the index holds, in bytes. */
  readonly bytes: number;
}

export interface CellIndexOptions {
  /** Value classes per byte, and the byte's position in a state. */
  readonly classes: readonly ValueClasses[];
  readonly positions: readonly number[];
  /** Index of the first word that is a number rather than bytes. */
  readonly firstNumber: number;
  readonly numbers: number;
  /** Whether states with this first number are never grouped. */
  readonly isAlone: (number: number) => boolean;
}

/** Maximum number of 4-byte entries of all direct tables together. */
const MAX_TABLE_ENTRIES = 1 << 20;

/** Gives each first number a direct table while there is room; later ones are hashed. */
export function createCellIndex(options: CellIndexOptions): CellIndex {
  const combinations = options.classes.reduce((product, one) => product * radixOf(one), 1);
  return options.numbers === 1 && combinations <= MAX_TABLE_ENTRIES / 16
    ? createDirectIndex(options, combinations)
    : createHashedIndex(options);
}

/** Stands for all tables for which there was no room. */
const HASHED = new Int32Array(0);

/** Number of classes of a byte. */
const radixOf = (classes: ValueClasses): number =>
  1 + classes.reduce((most, one) => (one === SINGLETON ? most : Math.max(most, one)), 0);

/** What each byte value adds to a cell's index, by byte and value; -1 for a value that is in no class. */
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
  /**
   * Per first number: 1 + cell per combination of classes. null if states are never grouped, empty if there was no
   * room.
   */
  const tables: (Int32Array | null)[] = [];
  let tablesLeft = Math.floor(MAX_TABLE_ENTRIES / combinations);
  let size = 0;
  /** Entries of all tables. */
  let entries = 0;
  const hashed = createHashedIndex(options);
  /** Cells of the hashed states. */
  const hashedCells: number[] = [];
  const hashedCellOf = (state: Uint32Array) => {
    const number = hashed.cellOf(state);
    if (number >= 0) hashedCells[number] ??= size++;
    return hashedCells[number] ?? -1;
  };
  return {
    get bytes() {
      return entries * Int32Array.BYTES_PER_ELEMENT + 8 * (tables.length + hashedCells.length) + hashed.bytes;
    },
    cellOf(state) {
      const number = state[firstNumber] as number;
      let table = tables[number];
      if (table === undefined) {
        table = isUnique(number) ? null : tablesLeft-- > 0 ? new Int32Array(combinations) : HASHED;
        tables[number] = table;
        entries += table?.length ?? 0;
      }
      if (table === null) return -1;
      if (table === HASHED) return hashedCellOf(state);
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
    get bytes() {
      return cells.bytes + isUniqueOf.length;
    },
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
