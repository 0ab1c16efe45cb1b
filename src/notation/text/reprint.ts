import type { Event, Program } from '../../engine/model.ts';
import { rowsIn } from '../../engine/run/rows.ts';
import { commonEnds } from '../../lib/common-ends.ts';
import { indentsOf } from './indent.ts';
import { printRows } from './print.ts';

/** A printed program with the positions of its top-level events. */
export interface PrintedProgram {
  readonly program: Program;
  /** With a newline after every row. */
  readonly text: string;
  readonly indents: readonly number[];
  /** By top-level event, and once after the last: the number of rows and of characters before it. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

export const NOTHING_PRINTED: PrintedProgram = {
  program: [],
  text: '',
  indents: [],
  rows: new Int32Array(1),
  starts: new Int32Array(1),
};

/** Prints a program, reusing the previous print where neither the events nor their indents changed. */
export function reprint(last: PrintedProgram, program: Program): PrintedProgram {
  if (last.program === program) return last;
  const indents = indentsOf(program);
  const ends = commonEnds(last.program, program);
  const { prefix } = ends;
  const suffix = indentedAlike(last, indents, ends.suffix);
  const [until, oldUntil] = [program.length - suffix, last.program.length - suffix];
  const rows = new Int32Array(program.length + 1);
  const starts = new Int32Array(program.length + 1);
  rows.set(last.rows.subarray(0, prefix + 1));
  starts.set(last.starts.subarray(0, prefix + 1));
  const changed = program.slice(prefix, until);
  const lines = printRows(changed, indents, rows[prefix]);
  let line = 0;
  for (let top = prefix; top < until; top++) {
    const count = rowsIn(program[top] as Event);
    let start = starts[top] as number;
    for (let i = 0; i < count; i++) start += (lines[line++] ?? '').length + 1;
    rows[top + 1] = (rows[top] as number) + count;
    starts[top + 1] = start;
  }
  const further = {
    rows: (rows[until] as number) - (last.rows[oldUntil] as number),
    starts: (starts[until] as number) - (last.starts[oldUntil] as number),
  };
  for (let i = 1; i <= suffix; i++) {
    rows[until + i] = (last.rows[oldUntil + i] as number) + further.rows;
    starts[until + i] = (last.starts[oldUntil + i] as number) + further.starts;
  }
  const between = lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  const text = last.text.slice(0, last.starts[prefix]) + between + last.text.slice(last.starts[oldUntil]);
  return { program, text, indents, rows, starts };
}

/** Counts the shared last events whose indents, and those of all events after them, are unchanged. */
function indentedAlike(
  { program, indents: old, rows }: PrintedProgram,
  indents: readonly number[],
  suffix: number,
): number {
  const first = rows[program.length - suffix] as number;
  const shift = indents.length - old.length;
  let row = old.length;
  while (row > first && old[row - 1] === indents[row - 1 + shift]) row -= 1;
  let alike = suffix;
  while (alike > 0 && (rows[program.length - alike] as number) < row) alike -= 1;
  return alike;
}
