import type { Program } from '../model.ts';
import { bodiesOf, countEvents, type Row, type RowList, rowsIn, rowsOf } from './rows.ts';

/**
 * The rows of a program, computed on request. It stores two numbers per top-level event if any event is nested, and
 * nothing otherwise.
 */
export interface RowIndex extends RowList {
  /** Whether every event has exactly one row. Then row n is event n. */
  readonly flat: boolean;
  /** Returns the 1-based row number of a part of the event at an index path. */
  numberOf(path: readonly number[], part: number): number;
  /** Returns the 0-based index of the first row of a top-level event. For `program.length` it is the number of rows. */
  firstOf(top: number): number;
}

export function rowIndexOf(program: Program): RowIndex {
  if (program.every((event) => bodiesOf(event).length === 0)) return flatIndex(program);
  const rowsBefore = new Int32Array(program.length + 1);
  const stepsBefore = new Int32Array(program.length + 1);
  program.forEach((event, top) => {
    rowsBefore[top + 1] = (rowsBefore[top] ?? 0) + rowsIn(event);
    stepsBefore[top + 1] = (stepsBefore[top] ?? 0) + countEvents([event]);
  });
  const topAt = (index: number) => {
    let low = 0;
    let high = program.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((rowsBefore[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  // Callers read rows in order. Caching those of the last event lays out a body of thousands only once.
  let lastTop = -1;
  let lastRows: Row[] = [];
  let lastNumbers = new Map<string, number>();
  const inner = (top: number): Row[] => {
    if (top !== lastTop) {
      lastTop = top;
      lastRows = layOut(top);
      lastNumbers = new Map(lastRows.map(({ path, part, number }) => [`${path.join()}/${part}`, number]));
    }
    return lastRows;
  };
  const layOut = (top: number): Row[] => {
    const event = program[top];
    if (!event) return [];
    const rows = rowsBefore[top] ?? 0;
    const steps = stepsBefore[top] ?? 0;
    return rowsOf([event]).map((row) => ({
      ...row,
      number: row.number + rows,
      step: row.step + steps,
      path: [top, ...row.path.slice(1)],
      host: row.host && { ...row.host, step: row.host.step + steps },
    }));
  };
  return {
    flat: false,
    length: rowsBefore[program.length] ?? 0,
    at(index) {
      const top = topAt(index);
      return inner(top)[index - (rowsBefore[top] ?? 0)];
    },
    numberOf(path, part) {
      inner(path[0] ?? 0);
      return lastNumbers.get(`${path.join()}/${part}`) ?? 0;
    },
    firstOf: (top) => rowsBefore[top] ?? 0,
  };
}

function flatIndex(program: Program): RowIndex {
  return {
    flat: true,
    length: program.length,
    at(index) {
      const event = program[index];
      const number = index + 1;
      return event && { number, step: number, event, part: 0, parts: 1, path: [index], depth: 0, host: null };
    },
    numberOf: (path) => (path[0] ?? 0) + 1,
    firstOf: (top) => top,
  };
}
