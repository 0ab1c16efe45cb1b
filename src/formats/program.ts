import { ok } from '../lib/result.ts';
import { parseProgram } from '../notation/text/parse.ts';
import { printProgram } from '../notation/text/print.ts';
import type { Format } from './format.ts';

export default {
  id: 'program',
  order: 10,
  title: 'the program in the notation',
  mediaType: 'text/plain',
  extension: 'txt',
  between: '\n',
  write: ([{ program }]) => (program.length === 0 ? '' : `${printProgram(program)}\n`),
  read(text) {
    const source = parseProgram(text);
    return source.ok ? ok(source.value.program) : source;
  },
} satisfies Format;
