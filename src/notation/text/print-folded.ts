import type { Event, Program } from '../../engine/model.ts';
import { bodiesOf } from '../../engine/run/rows.ts';
import { foldRepeats } from '../../lib/fold-repeats.ts';
import { MAX_INDENT, printRow } from './print.ts';

/**
 * Prints a program in the notation with repeated events as `repeat` blocks: one row or brace per line, two spaces per block, no
 * newline at the end. For programs that would otherwise fill many thousands of lines.
 */
export function printFolded(program: Program): string {
  let depth = 0;
  return foldLines(program)
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      if (line.startsWith('}')) depth -= 1;
      const indented = '  '.repeat(Math.min(depth, MAX_INDENT)) + line;
      if (line.endsWith('{')) depth += 1;
      return indented;
    })
    .join('\n');
}

/** Lines without their indents, each with a newline. */
const foldLines = (events: readonly Event[]): string =>
  foldRepeats(mapOnce(events, linesOf), (times, body) => `repeat ${times} {\n${body}}\n`);

const linesOf = (event: Event): string =>
  `${printRow(event, 0)}\n${bodiesOf(event)
    .map((body, block) => `${foldLines(body)}${printRow(event, block + 1)}\n`)
    .join('')}`;

/** Maps each object once: repeats and readers use one for equal events. */
function mapOnce(events: readonly Event[], write: (event: Event) => string): string[] {
  const known = new Map<Event, string>();
  return events.map((event) => {
    const last = known.get(event);
    if (last !== undefined) return last;
    const written = write(event);
    known.set(event, written);
    return written;
  });
}
