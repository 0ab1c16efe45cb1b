import type { Program } from '../../engine/model.ts';
import { spliceEvents } from '../../engine/run/rows.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { parseProgram } from '../../notation/text/parse.ts';
import { findLineCuts } from '../document/line-cuts.ts';
import { printOnce } from '../document/rewrite-text.ts';
import type { EventRange } from '../navigation/event-range.ts';
import type { Document } from '../state/state.ts';

/** Repeats a range of events. The text says so with `repeat`, if a text can. */
export function repeatEvents(
  { text, program }: Pick<Document, 'text' | 'program'>,
  piece: EventRange,
  times: number,
): { readonly program: Program; readonly text?: string } {
  const { path, events } = piece;
  const copies = Array.from({ length: times }, () => events).flat();
  const next = spliceEvents(program, path, events.length, copies);
  for (const base of [text, printOnce(program)]) {
    const written = withRepeat(base, piece, times);
    const read = written === null ? null : parseProgram(written);
    if (written !== null && read?.ok && deepEqual(read.value.program, next)) return { program: next, text: written };
  }
  return { program: next };
}

/** Puts a repeat around the lines of some rows; null if they share a line with other rows. */
function withRepeat(text: string, { first, last }: EventRange, times: number): string | null {
  const read = parseProgram(text);
  if (!read.ok) return null;
  const cuts = findLineCuts(text, read.value);
  if (!cuts.isClean(first - 1) || !cuts.isClean(last)) return null;
  const [from, to] = [cuts.linesBefore(first - 1), cuts.linesUpTo(last)];
  const lines = cuts.lines(from, to);
  // The smallest indent, so that all lines are deeper than their repeat.
  const [indent = ''] = lines.flatMap((line) => /^\s*(?=\S)/.exec(line) ?? []).sort((a, b) => a.length - b.length);
  return cuts.replace(from, to, [
    `${indent}repeat ${times} {`,
    ...lines.map((line) => (line.trim() === '' ? line : `  ${line}`)),
    `${indent}}`,
  ]);
}
