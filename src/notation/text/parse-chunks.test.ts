import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryProgram } from '../arbitrary.ts';
import { parseProgram, readProgram } from './parse.ts';
import { printProgram } from './print.ts';

/** Lines that mean something else, or nothing, beside others. */
const LINES = [
  'enable',
  '  disable # the end',
  'enable; set k1; disable',
  'enable after 3 {',
  '} after 5 {',
  '}',
  'after callback { set k2 }',
  'irq',
  '{',
  'irq { sleep',
  'repeat 3 { enable; disable }',
  'note "a { in quotes"',
  'note "open',
  '# only a comment }',
  'set',
  'set k',
  'enbale # no { word }',
  'enable foo { set k1 }',
  'irq { foo; set }',
  'irq {',
  'irq',
  'softirq { bar',
  'repeat 3',
  'repeat 0 { set k1 }',
  '} {',
  '; after 3 { set k1 }',
  '  before callback { }',
  'before callback',
  'note "\\x" "open',
  'switch é',
  'k3',
  'cpu 1',
  'switch B',
  'task B mm m2',
  '~pause',
  '',
  'pause\r',
];
/** Pushes a text over the length at which it is read in pieces. */
const LONG = `resume # ${'-'.repeat(200)}\n`.repeat(21);

const readsAlike = (text: string) => {
  const whole = parseProgram(text);
  const read = readProgram(text);
  expect(read.ok).toBe(whole.ok);
  if (!whole.ok) expect(read).toEqual(whole);
  else
    expect(read.ok && read.value).toMatchObject({
      program: whole.value.program,
      lines: whole.value.lines,
      starts: whole.value.starts,
      repeats: whole.value.repeats,
    });
};

test('a long text is read as it would be at once, whatever its lines are', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 12 }), fc.boolean(), (lines, behind) => {
      const text = lines.join('\n');
      readsAlike(behind ? `${LONG}${text}` : `${text}\n${LONG}`);
    }),
    { numRuns: 400 },
  );
});

test('a long line is read as it would be at once, whatever its statements are', () => {
  const statements = fc.array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom(';', '; ', ' ', '\n')), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(statements, fc.nat({ max: 600 }), (parts, times) => {
      const text = parts.flat().join('');
      const long = 'resume; irq { set k1; set k2 }; '.repeat(200);
      // Twice, because a text is also read from what it shares with the one before.
      readsAlike(long.slice(0, 11 * times) + text + long);
      readsAlike(`${text}; ${long}${text}`);
    }),
    { numRuns: 400 },
  );
});

test('every printed program is read as notation', () => {
  fc.assert(
    fc.property(arbitraryProgram(), (program) => {
      readsAlike(`${LONG}${printProgram(program)}`);
    }),
  );
});

test('lines that say the same are one event, over one text and the next', () => {
  const [first, second] = [readProgram(LONG), readProgram(`enable\n${LONG}`)];
  const events = new Set([first, second].flatMap((read) => (read.ok ? read.value.program : [])));
  expect([...events].map((event) => event.kind === 'call' && event.helper)).toEqual(['resume', 'enable']);
});

test('a text that was changed in places is read as it would be at once', () => {
  const line = fc.constantFrom(...LINES);
  const plain = 'enable\n  set k1\n  irq {\n    sleep\n  }\ndisable\n'.repeat(80);
  const edit = fc.tuple(fc.nat(), fc.nat(40), fc.array(line, { maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      let text = plain;
      readsAlike(text);
      for (const [place, length, lines] of edits) {
        const at = place % (text.length + 1);
        text = `${text.slice(0, at)}${lines.join('\n')}${text.slice(at + length)}`;
        readsAlike(text);
      }
    }),
  );
});
