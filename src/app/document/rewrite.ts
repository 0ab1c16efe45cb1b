import type { Program } from '../../engine/model.ts';
import { commonEnds } from '../../lib/common-ends.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import type { ProgramText } from '../../notation/text/program-text.ts';
import { NOTHING_PRINTED, type PrintedProgram, reprint } from '../../notation/text/reprint.ts';
import type { Document } from '../state/state.ts';
import { cutsOf } from './cuts.ts';
import { readText } from './reading.ts';

/**
 * The text of a changed program. A text that is as we print it is printed anew; one in which a person wrote comments or
 * used a form of their own keeps every line that the change does not touch, if it then still says the program.
 */
export function rewrite({ text, program: old }: Pick<Document, 'text' | 'program'>, program: Program): string {
  if (text === printed(old) || text.trim() === '') return printed(program);
  const read = readText(text);
  if (!read.ok) return printed(program);
  if (deepEqual(read.value.program, program)) return text;
  const spliced = splice(text, read.value, rowsOf(old), rowsOf(program));
  if (spliced === null) return printed(program);
  const check = readText(spliced);
  return check.ok && deepEqual(check.value.program, program) ? spliced : printed(program);
}

const known = new WeakMap<Program, string>();

/** A program as we print it, remembered: a long one is printed once and not at every edit. */
export function printed(program: Program): string {
  const text = known.get(program) ?? rowsOf(program).text.slice(0, -1);
  known.set(program, text);
  return text;
}

/** Whether a text is known to be a program as we print it. Nothing is printed for it. */
export const isPrinted = (text: string, program: Program): boolean => known.get(program) === text;

let last = NOTHING_PRINTED;

/** The same with its rows; of what was printed last, what did not change is taken over. */
function rowsOf(program: Program): PrintedProgram {
  last = reprint(last, program);
  return last;
}

/** The person's lines around the printed rows that changed; null where they cannot be parted so. */
function splice(text: string, source: ProgramText, old: PrintedProgram, next: PrintedProgram): string | null {
  const ends = commonEnds(old.program, next.program);
  const [oldRows, rows] = [old, next].map((one) => changedIn(one, ends)) as [readonly string[], readonly string[]];
  const within = commonEnds(oldRows, rows, (a, b) => a.trim() === b.trim());
  let head = (old.rows[ends.prefix] as number) + within.prefix;
  let tail = old.indents.length - (old.rows[old.program.length - ends.suffix] as number) + within.suffix;
  const cuts = cutsOf(text, source);
  const oldLength = source.lines.length;
  while (!cuts.isClean(head)) head -= 1;
  while (!cuts.isClean(oldLength - tail)) tail -= 1;
  // Comments between two rows stay with the row below them.
  const upTo = head === 0 ? cuts.linesBefore(0) : cuts.linesUpTo(head);
  const from = tail === 0 ? Math.max(upTo, cuts.linesUpTo(oldLength)) : cuts.linesBefore(oldLength - tail);
  if (from < upTo) return null;
  const taken = new Set(source.lines.filter((line) => line > upTo && line <= from));
  const between = cuts.lines(upTo, from).filter((line, i) => {
    // Of a repeat that comes apart only what is said about it stays.
    if (cuts.isInRepeat(upTo + i)) return line.trim().startsWith('#');
    return !taken.has(upTo + i + 1) && line.trim() !== '';
  });
  return cuts.replaced(upTo, from, [...linesOf(next, head, next.indents.length - tail), ...between]);
}

/** The printed rows of a program between the events that it shares with another. */
const changedIn = (one: PrintedProgram, { prefix, suffix }: ReturnType<typeof commonEnds>): readonly string[] =>
  linesOf(one, one.rows[prefix] as number, one.rows[one.program.length - suffix] as number);

/** PrintedProgram rows from one on, from 0, that are before another. */
function linesOf({ text, rows, starts, indents }: PrintedProgram, from: number, until: number): readonly string[] {
  if (from >= until) return [];
  const top = rows.findLastIndex((row) => row <= from);
  const behind = rows.findIndex((row) => row >= until);
  const first = rows[top] as number;
  const lines = text.slice(starts[top], behind < 0 ? text.length : starts[behind]).split('\n');
  return lines.slice(from - first, Math.min(until, indents.length) - first);
}
