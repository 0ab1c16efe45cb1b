import type { Program } from '../../engine/model.ts';
import type { RowIndex } from '../../engine/run/row-index.ts';

/** The events that begin within the first so many rows; the program itself where it has no more. */
export function firstRows(program: Program, index: RowIndex, most: number): Program {
  if (index.length <= most) return program;
  let count = 0;
  while (count < program.length && index.firstOf(count + 1) <= most) count += 1;
  return program.slice(0, count);
}
