import type { Program } from '../../engine/model.ts';
import { commonEnds } from '../../lib/common-ends.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import type { ProgramText } from '../../notation/text/program-text.ts';
import { NOTHING_PRINTED, type PrintedProgram, reprint } from '../../notation/text/reprint.ts';
import type { Document } from '../state/state.ts';
import { findLineCuts } from './line-cuts.ts';
import { readText } from './read-text.ts';

/**
 * Returns the text of a changed program. A text that equals the printed program is printed again. A text with comments or
 * formatting of the person's own keeps every line that the change does not affect, as long as it still parses to the program.
 */
export function rewriteText({ text, program: old }: Pick<Document, 'text' | 'program'>, program: Program): string {
  if (text === printOnce(old) || text.trim() === '') return printOnce(program);
  const read = readText(text);
  if (!read.ok) return printOnce(program);
  if (deepEqual(read.value.program, program)) return text;
  const spliced = splice(text, read.value, rowsOf(old), rowsOf(program));
  if (spliced === null) return printOnce(program);
  const check = readText(spliced);
  return check.ok && deepEqual(check.value.program, program) ? spliced : printOnce(program);
}

const printedTexts = new WeakMap<Program, string>();

/** Prints a program, memoised, so that a long one is printed once and not at every edit. */
export function printOnce(program: Program): string {
  const text = printedTexts.get(program) ?? rowsOf(program).text.slice(0, -1);
  printedTexts.set(program, text);
  return text;
}

/** Whether a text is known to be the printed program. Prints nothing to find out. */
export const isPrintedText = (text: string, program: Program): boolean => printedTexts.get(program) === text;

let last = NOTHING_PRINTED;

/** Prints a program with the positions of its rows. Reuses what has not changed since the last call. */
function rowsOf(program: Program): PrintedProgram {
  last = reprint(last, program);
  return last;
}

/** Joins the person's lines with the printed rows that changed; null if the lines cannot be split there. */
function splice(text: string, source: ProgramText, old: PrintedProgram, next: PrintedProgram): string | null {
  const ends = commonEnds(old.program, next.program);
  const [oldRows, rows] = [old, next].map((one) => changedIn(one, ends)) as [readonly string[], readonly string[]];
  const within = commonEnds(oldRows, rows, (a, b) => a.trim() === b.trim());
  let head = (old.rows[ends.prefix] as number) + within.prefix;
  let tail = old.indents.length - (old.rows[old.program.length - ends.suffix] as number) + within.suffix;
  const cuts = findLineCuts(text, source);
  const oldLength = source.lines.length;
  while (!cuts.isClean(head)) head -= 1;
  while (!cuts.isClean(oldLength - tail)) tail -= 1;
  // Comments between two rows belong to the row below them.
  const upTo = head === 0 ? cuts.linesBefore(0) : cuts.linesUpTo(head);
  const from = tail === 0 ? Math.max(upTo, cuts.linesUpTo(oldLength)) : cuts.linesBefore(oldLength - tail);
  if (from < upTo) return null;
  const taken = new Set(source.lines.filter((line) => line > upTo && line <= from));
  const between = cuts.lines(upTo, from).filter((line, i) => {
    // Of a repeat that is taken apart, only the comments stay.
    if (cuts.isInRepeat(upTo + i)) return line.trim().startsWith('#');
    return !taken.has(upTo + i + 1) && line.trim() !== '';
  });
  return cuts.replace(upTo, from, [...linesOf(next, head, next.indents.length - tail), ...between]);
}

/** The printed rows of a program between the events that it shares with another one. */
const changedIn = (one: PrintedProgram, { prefix, suffix }: ReturnType<typeof commonEnds>): readonly string[] =>
  linesOf(one, one.rows[prefix] as number, one.rows[one.program.length - suffix] as number);

/** The lines of the printed rows in a range, counted from 0; the end is not in it. */
function linesOf({ text, rows, starts, indents }: PrintedProgram, from: number, until: number): readonly string[] {
  if (from >= until) return [];
  const top = rows.findLastIndex((row) => row <= from);
  const behind = rows.findIndex((row) => row >= until);
  const first = rows[top] as number;
  const lines = text.slice(starts[top], behind < 0 ? text.length : starts[behind]).split('\n');
  return lines.slice(from - first, Math.min(until, indents.length) - first);
}
