import type { Program } from '../../engine/model.ts';
import type { RowIndex } from '../../engine/run/row-index.ts';

/** Returns the events that fit into the first `maxRows` rows, or the program itself if it has no more rows. */
export function firstRows(program: Program, index: RowIndex, maxRows: number): Program {
  if (index.length <= maxRows) return program;
  let count = 0;
  while (count < program.length && index.firstOf(count + 1) <= maxRows) count += 1;
  return program.slice(0, count);
}
