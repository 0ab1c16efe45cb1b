import type { Program } from '../engine/model.ts';
import type { Read } from '../notation/parse.ts';
import { printProgram } from '../notation/print.ts';
import { cutsOf } from './cuts.ts';
import { same } from './keep-events.ts';
import { readText } from './reading.ts';
import type { Document } from './state.ts';

/**
 * The text of a changed program. A text that is as we print it is printed anew; one in which a person wrote comments or
 * used a form of their own keeps every line that the change does not touch, if it then still says the program.
 */
export function rewrite({ text, program: old }: Pick<Document, 'text' | 'program'>, program: Program): string {
  const plain = printed(program);
  const plainOld = printed(old);
  if (text === plainOld || text.trim() === '') return plain;
  const read = readText(text);
  if (!read.ok) return plain;
  if (same(read.value.program, program)) return text;
  const spliced = splice(text, read.value, plainOld.split('\n'), plain.split('\n'));
  if (spliced === null) return plain;
  const check = readText(spliced);
  return check.ok && same(check.value.program, program) ? spliced : plain;
}

const known = new WeakMap<Program, string>();

/** A program as we print it, remembered: a long one is printed once and not at every edit. */
export function printed(program: Program): string {
  const text = known.get(program) ?? printProgram(program);
  known.set(program, text);
  return text;
}

/** The person's lines around the printed rows that changed; null where they cannot be parted so. */
function splice(text: string, source: Read, old: readonly string[], next: readonly string[]): string | null {
  const bare = (line: string | undefined) => line?.trim();
  const rows = source.lines.length === 0 ? [] : old;
  const most = Math.min(rows.length, next.length);
  let head = 0;
  while (head < most && bare(rows[head]) === bare(next[head])) head += 1;
  let tail = 0;
  while (tail < most - head && bare(rows[rows.length - 1 - tail]) === bare(next[next.length - 1 - tail])) tail += 1;
  const cuts = cutsOf(text, source);
  while (!cuts.isClean(head)) head -= 1;
  while (!cuts.isClean(rows.length - tail)) tail -= 1;
  const { lines } = cuts;
  // Comments between two rows stay with the row below them.
  const upTo = head === 0 ? cuts.linesBefore(0) : cuts.linesUpTo(head);
  const from = tail === 0 ? Math.max(upTo, cuts.linesUpTo(rows.length)) : cuts.linesBefore(rows.length - tail);
  if (from < upTo) return null;
  const taken = new Set(source.lines);
  const between = lines.slice(upTo, from).filter((line, i) => {
    // Of a repeat that comes apart only what is said about it stays.
    if (cuts.isInRepeat(upTo + i)) return line.trim().startsWith('#');
    return !taken.has(upTo + i + 1) && line.trim() !== '';
  });
  const middle = next.slice(head, next.length - tail);
  return [...lines.slice(0, upTo), ...middle, ...between, ...lines.slice(from)].join('\n');
}
