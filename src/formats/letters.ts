import { writeLetters } from '../notation/link/letters.ts';
import { readLetters } from '../notation/link/read-letters.ts';
import type { Format } from './format.ts';

export default {
  id: 'letters',
  order: 40,
  title: 'the program in letters',
  mediaType: 'text/plain',
  extension: 'txt',
  between: '',
  write: ([{ program }]) => (program.length === 0 ? '' : `${writeLetters(program)}\n`),
  read: (text) => readLetters(text.trim()),
} satisfies Format;
