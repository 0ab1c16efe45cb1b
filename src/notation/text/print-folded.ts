import type { Event, Program } from '../../engine/model.ts';
import { bodiesOf } from '../../engine/run/rows.ts';
import { foldRepeats } from '../../lib/fold-repeats.ts';
import { exceedsTextLimit } from './limits.ts';
import { MAX_INDENT, printRow } from './print.ts';

/**
 * Prints a program in the notation with repeated events as `repeat` blocks: one row or brace per line, two spaces per block, no
 * newline at the end. For programs that would otherwise fill many thousands of lines.
 */
export function printFolded(program: Program): string {
  let depth = 0;
  return linesOfProgram(program)
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

/** A long program is folded where samples of it get shorter: looking for repeats takes several times as long as printing. */
function linesOfProgram(program: Program): string {
  if (program.length <= SAMPLES * SAMPLE || samplesOf(program).some(isRepetitive)) return foldLines(program);
  const lines = plainLines(program);
  return exceedsTextLimit(lines) === null ? lines : foldLines(program);
}

const SAMPLES = 8;
/** Events; more than twice the longest period that is found. */
const SAMPLE = 200;

const samplesOf = (program: Program): readonly Program[] =>
  Array.from({ length: SAMPLES }, (_, i) => {
    const from = Math.floor(((program.length - SAMPLE) * i) / (SAMPLES - 1));
    return program.slice(from, from + SAMPLE);
  });

const isRepetitive = (sample: Program): boolean => foldLines(sample).length < 0.8 * plainLines(sample).length;

const plainLines = (events: readonly Event[]): string => mapOnce(events, linesOf).join('');

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
