/** Holds the messages of all readers to a file, because they are part of the product. */
import { expect, test } from 'vitest';
import { type Diagnostic, formatDiagnostic } from '../../lib/source.ts';
import { readLetters } from '../link/read-letters.ts';
import { readLink } from '../link/read-link.ts';
import { readTable } from '../mail/table.ts';
import golden from './errors.golden.txt?raw';
import { parseProgram } from './parse.ts';

// Every line of the file that is not indented is a reader and a bad input (a JSON string); the indented lines below it are
// what the reader says.
const READERS: Readonly<Record<string, (text: string) => { ok: boolean; error?: readonly Diagnostic[] }>> = {
  notation: parseProgram,
  letters: readLetters,
  link: readLink,
  table: readTable,
};
const blocks = golden.trimEnd().split(/\n(?=\S)/);

test.each(blocks.map((block) => [block.slice(0, 72), block]))('%s', (_, block) => {
  const [head = ''] = block.split('\n');
  const [, reader = '', input = ''] = /^(\w+) (".*")$/.exec(head) ?? [];
  const read = READERS[reader]?.(JSON.parse(input));
  expect([head, ...(read?.error ?? []).map((d) => `  ${formatDiagnostic(d)}`)].join('\n')).toBe(block);
});

test('T9: every message is lower case where it begins and has no dot at its end', () => {
  const messages = golden.split('\n').filter((line) => line.startsWith('  '));
  expect(messages.length).toBeGreaterThan(blocks.length - 1);
  for (const line of messages) expect(line).toMatch(/^ {2}\d+:\d+: (?![A-Z][a-z])\S.*[^.]$/);
});
