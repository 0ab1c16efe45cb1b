import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../lib/source.ts';
import { readLetters } from './link/read-letters.ts';
import { readLink } from './link/read-link.ts';
import { readTable } from './mail/table.ts';
import { readAny } from './read-any.ts';
import { LIMITS } from './text/limits.ts';
import { parseProgram } from './text/parse.ts';
import { printProgram } from './text/print.ts';

const samples = Object.entries(
  import.meta.glob<string>('./samples/*.txt', { query: '?raw', import: 'default', eager: true }),
);
const FORMS: Readonly<Record<string, string>> = {
  'notation.txt': 'notation',
  'letters.txt': 'letters',
  'link.txt': 'link',
  'commit-message.txt': 'table',
  'quoted-reply.txt': 'table',
  'mail.txt': 'table',
};

describe('each sample', () => {
  test.each(samples)('%s is accepted by one reader, the one that is asked for it', (path, text) => {
    const accepted = [
      parseProgram(text).ok && 'notation',
      readLetters(text.trim()).ok && 'letters',
      readLink(text.trim()).ok && 'link',
      readTable(text).ok && 'table',
    ];
    const form = FORMS[path.replace('./samples/', '')];
    expect(accepted.filter(Boolean)).toEqual([form]);
    const read = readAny(text);
    expect(read.ok && read.value.from).toBe(form);
  });

  test('notation and letters of the same program agree', () => {
    const text = Object.fromEntries(samples);
    const notation = readAny(text['./samples/notation.txt'] ?? '');
    const letters = readAny(text['./samples/letters.txt'] ?? '');
    expect(notation.ok && letters.ok && printProgram(letters.value.program)).toBe(
      notation.ok && printProgram(notation.value.program),
    );
  });
});

test('bare calls read the same as notation and as a table', () => {
  const text = 'lazy_mmu_mode_enable()\n  lazy_mmu_mode_disable()\n';
  const table = readTable(text);
  const read = readAny(text);
  expect(read.ok && read.value.from).toBe('notation');
  expect(read.ok && read.value.program).toEqual(table.ok && table.value.program);
});

test.each(['enable', 'disable', 'pause', 'resume', 'sleep', 'exit', 'flush-tlb', 'gather-flush'])(
  '%s is a word, not letters',
  (word) => {
    expect(readLetters(word).ok).toBe(false);
  },
);

test('an empty text is an empty program', () => {
  expect(readAny(' \n')).toMatchObject({ ok: true, value: { from: 'notation', program: [] } });
});

test.each([
  ['[1] https://h.example/#1/v6/arm64-7.0/EyD/1', 'link', '1:40: no event begins with "y"'],
  ['https://h.example/#7/v6', 'link', '1:20: this link has version 7'],
  ['EEyD', 'letters', '1:3: no event begins with "y"'],
  ['enabel', 'notation', '1:1: "enabel" is not an event; did you mean "enable"?'],
  ['hello there', 'notation', '1:1: "hello" is not an event'],
  ['1 set k1 -> stored  pending 0\n2 set k2000 -> stored  pending 0', 'table', '2:3: there is no page 2000'],
])('%s is refused as %s', (text, from, message) => {
  const read = readAny(text);
  expect(read.ok ? '' : read.error.from).toBe(from);
  expect(read.ok ? '' : read.error.diagnostics.map((d) => formatDiagnostic(d))[0]).toContain(message);
});

test('letters may be separated by spaces', () => {
  for (const text of ['E D D', 'E, D, D', 'E;D;D', ' E\nD\nD ']) {
    const read = readAny(text);
    expect(read.ok && read.value.from).toBe('letters');
    expect(read.ok && read.value.program.length).toBe(3);
  }
  expect(readAny('Every Day Different').ok).toBe(false);
});

/** Pieces that a reader takes, or may try to take, one after the other. */
const PIECES = ['E ', '"\\n', '+ ', 'irq {', 'repeat 1 {', 'arch_a_lazy_mmu_mode', 'a=1 ', '/'];

describe('a text of exactly the maximum length is read, or its errors are', () => {
  test.each(PIECES)('%j, repeated', (piece) => {
    const read = readAny(`${piece.repeat(Math.ceil(LIMITS.text / piece.length)).slice(0, LIMITS.text - 1)}!`);
    expect(read.ok ? 0 : read.error.diagnostics.length).toBeGreaterThan(0);
  });

  test('a list of letters of a million events is read, and a longer one is refused', () => {
    expect(readAny('E '.repeat(LIMITS.events)).ok).toBe(true);
    expect(readAny('E '.repeat(LIMITS.text / 2)).ok).toBe(false);
  });
});

describe('what a text is taken for', () => {
  const LINK = '#1/v6/arm64-7.0/E/0';
  const formOf = (text: string) => {
    const read = readAny(text);
    return read.ok ? read.value.from : read.error.from;
  };

  test.each([
    ['link', `[12] https://host.example/${LINK}`],
    ['link', `[1]  ${LINK}`],
    ['link', '1/v6/arm64-7.0/E/0'],
    ['link', '12/v6/arm64-7.0/E/0'],
    ['link', '#12/v6/arm64-7.0/E/0'],
    ['notation', `a[1] ${LINK}`],
    ['notation', 'a1/b'],
    ['notation', 'ab/c'],
    ['notation', 'eE'],
    ['notation', 's1, E'],
    ['letters', 'E, D; D'],
  ])('%s: %s', (form, text) => {
    expect(formOf(text)).toBe(form);
  });

  test('a text longer than any is notation with that error', () => {
    const most = LINK + ' '.repeat(4 * 1024 * 1024 - LINK.length);
    expect(formOf(most)).toBe('link');
    expect(formOf(`${most} `)).toBe('notation');
  });
});
