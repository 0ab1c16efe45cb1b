import type { Program } from '../../engine/model.ts';
import { spliceEvents } from '../../engine/run/rows.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { parseProgram } from '../../notation/text/parse.ts';
import { findLineCuts } from '../document/line-cuts.ts';
import { printOnce } from '../document/rewrite-text.ts';
import type { EventRange } from '../navigation/event-range.ts';
import type { Document } from '../state/state.ts';

/** The program with a piece of it so many times, and a text that says so with a repeat; without one where none can. */
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

/** The text with a repeat around the lines of some rows; null where they share them with others. */
function withRepeat(text: string, { first, last }: EventRange, times: number): string | null {
  const read = parseProgram(text);
  if (!read.ok) return null;
  const cuts = findLineCuts(text, read.value);
  if (!cuts.isClean(first - 1) || !cuts.isClean(last)) return null;
  const [from, to] = [cuts.linesBefore(first - 1), cuts.linesUpTo(last)];
  const lines = cuts.lines(from, to);
  // That of the line which stands least deep: so all of them stand deeper than their repeat.
  const [indent = ''] = lines.flatMap((line) => /^\s*(?=\S)/.exec(line) ?? []).sort((a, b) => a.length - b.length);
  return cuts.replace(from, to, [
    `${indent}repeat ${times} {`,
    ...lines.map((line) => (line.trim() === '' ? line : `  ${line}`)),
    `${indent}}`,
  ]);
}
