import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Program } from '../../engine/model.ts';
import { formatDiagnostic } from '../../lib/source.ts';
import { arbitraryEvent, arbitraryProgram, forAll } from '../arbitrary.ts';
import { parseProgram } from '../text/parse.ts';
import { LETTERS, writeLetters } from './letters.ts';
import { readLetters } from './read-letters.ts';

const programOf = (text: string): Program => {
  const read = parseProgram(text);
  if (!read.ok) throw new Error(text);
  return read.value.program;
};
const lettersOf = (text: string) => writeLetters(programOf(text));
const complaints = (code: string) => {
  const read = readLetters(code);
  return read.ok ? [] : read.error.map((d) => formatDiagnostic(d));
};

describe('table of letters', () => {
  test('no two operations share a letter, and no letter can continue another code', () => {
    const letters = Object.values(LETTERS);
    expect(new Set(letters).size).toBe(letters.length);
    for (const letter of letters) expect(letter).toMatch(/^[A-Zac-gi-jm-z]$/);
  });

  test.each([
    ['enable; disable; pause; resume', 'EDPR'],
    ['set 3; clear k3; read raw 1; touch 2 huge write; set k3..7 64k', 's3ck3v1m2hsk3-7l'],
    ['irq { enable; disable } softirq {}', 'IED.S.'],
    ['~irq { ~pause }', '~I~P.'],
    [
      'enable range 0..7 after 3 { disable } after write 1 {} before callback { set 1 } after callback { clear 1 }',
      'E0-7_3D._w1._bs1._ac1.',
    ],
    ['switch B; switch A cpu 1; task C mm m12', 'TBTA1MC12'],
    ['bh off; bh on; flush-tlb; gather-flush; sleep; exit', 'B0B1FGZX'],
    ['note "vmap: 7.0 (x86) -"', 'Qvmap~23a_7~22e0_~228x86~229_~22d.'],
    ['repeat 256 { enable }', 'N256E.'],
    ['repeat 3 { repeat 5 { enable } set 1 }', 'N3N5E.s1.'],
  ])('"%s" is written as %s', (text, code) => {
    expect(lettersOf(text)).toBe(code);
    expect(readLetters(code)).toEqual({ ok: true, value: programOf(text) });
  });
});

describe('properties', () => {
  test('every program reads back from a code of allowed characters', () => {
    forAll(arbitraryProgram({ maxLength: 20 }), (program) => {
      const code = writeLetters(program);
      expect(code).toMatch(/^[A-Za-z0-9._~-]*$/);
      expect(readLetters(code)).toEqual({ ok: true, value: program });
    });
  });

  test('concatenated codes read as the sequence of their events', () => {
    forAll(fc.array(arbitraryEvent({ depth: 2, interrupt: false }), { maxLength: 8 }), (events) => {
      const code = events.map((event) => writeLetters([event])).join('');
      expect(readLetters(code)).toEqual({ ok: true, value: events });
    });
  });

  test('a repetitive program reads back from a code that folding does not lengthen', () => {
    const few = fc.array(fc.constantFrom('E', 'D', 's1', 'ck300', 'IED.'), { maxLength: 60 });
    forAll(fc.tuple(few, fc.integer({ min: 1, max: 5 })), ([codes, times]) => {
      const plain = codes.join('').repeat(times);
      const read = readLetters(plain);
      const program = read.ok ? read.value : [];
      const folded = writeLetters(program);
      expect(folded.length).toBeLessThanOrEqual(plain.length);
      expect(readLetters(folded)).toEqual(read);
    });
  });

  test('no code makes the reader throw', () => {
    const piece = fc.constantFrom(...Object.values(LETTERS), '.', '_', '~', '-', '0', '3', 'k', 'h', 'w', 'é');
    forAll(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const read = readLetters(pieces.join(''));
      expect(read.ok || read.error.length > 0).toBe(true);
    });
  });
});

describe('invalid codes', () => {
  test.each([
    ['Ey', '1:2: no event begins with "y" (expected E D P R s c g w r v t m F G I S B T M Z X Q N)'],
    ['E.', '1:2: this dot has no matching start (expected a letter)'],
    ['IE', '1:3: the code ends inside irq (expected a dot)'],
    ['E_x.', '1:3: unexpected "x" after _ (expected a number, w and a number, b or a)'],
    ['E_256.', '1:1: no helper has a place "after 256" (expected a number from 1 to 255)'],
    ['sk', '1:2: unexpected "k" after s (expected a page, such as 3 or k3)'],
    ['Es2000', '1:2: there is no page 2000 (expected 0 to 1023)'],
    ['s7-3', '1:1: 7..3 is not a range of pages (expected two indexes from 0 to 1023, the lower first)'],
    ['TBITB.', '1:4: a switch cannot happen in irq (expected the switch after the closing })'],
    ['IE_3TB..', '1:5: a switch cannot happen in irq (expected the switch after the closing })'],
    [
      'Qa~2zz.',
      '1:3: this escape is not a character (expected ~ with the number of hexadecimal digits and the digits)',
    ],
    ['N1000N1001E..', '1:2: N1000 creates more than 1000000 events (expected fewer repeats)'],
    ['~', '1:2: the code ends after ~ (expected the event to disable)'],
    ['~N2E.', '1:2: no event begins with "N" (expected E D P R s c g w r v t m F G I S B T M Z X Q N)'],
    ['B', '1:2: the code ends after B (expected 0 (off) or 1 (on))'],
    ['EB2', '1:3: unexpected "2" after B (expected 0 (off) or 1 (on))'],
    ['T', '1:2: the code ends after T (expected the letter of a task)'],
    ['Tb', '1:2: unexpected "b" after T (expected the letter of a task)'],
    ['M', '1:2: the code ends after M (expected a task and its mm, such as B2)'],
    ['MC', '1:2: unexpected "C" after M (expected a task and its mm, such as B2)'],
    ['MC0', '1:2: unexpected "C" after M (expected a task and its mm, such as B2)'],
    ['N', '1:2: the code ends after N (expected a count)'],
    ['N0E.', '1:2: unexpected "0" after N (expected a count)'],
    ['s', '1:2: the code ends after s (expected a page, such as 3 or k3)'],
    ['s1-', '1:3: no event begins with "-" (expected E D P R s c g w r v t m F G I S B T M Z X Q N)'],
    ['Qa', '1:2: this note has no end (expected its text in A-Z a-z 0-9 _ ~ - and a dot)'],
    ['E_', '1:3: the code ends after _ (expected a number, w and a number, b or a)'],
    ['N2E', '1:4: the code ends inside repeat (expected a dot)'],
    ['S', '1:2: the code ends inside softirq (expected a dot)'],
    ['P_1R', '1:5: the code ends inside pause (expected a dot)'],
    ['D0-3', '1:2: no event begins with "0" (expected E D P R s c g w r v t m F G I S B T M Z X Q N)'],
    ['EN1000000E.', '1:3: N1000000 creates more than 1000000 events (expected fewer repeats)'],
    ['N1000000E.E', '1:11: the program has more than 1000000 events (expected fewer events)'],
  ])('the code %s is rejected: %s', (code, message) => {
    expect(complaints(code)).toEqual([message]);
  });

  test('codes beyond the limits of depth and length are rejected', () => {
    expect(complaints(`${'I'.repeat(65)}${'.'.repeat(65)}`)).toEqual([
      '1:66: events are nested more than 64 deep (expected less nesting)',
    ]);
    expect(complaints('I'.repeat(1_000_000))).toHaveLength(1);
    expect(complaints('N2'.repeat(100_000))).toEqual([
      '1:169: events and repeats are nested more than 83 deep (expected less nesting)',
    ]);
    expect(complaints('E'.repeat(4 * 1024 * 1024))).toEqual([
      '1:1000001: the program has more than 1000000 events (expected fewer events)',
    ]);
    expect(complaints('E'.repeat(4 * 1024 * 1024 + 1))).toEqual([
      '1:1: the code has 4194305 characters (expected at most 4194304)',
    ]);
  });

  test('an error marks one letter, and nothing behind the end', () => {
    const marked = (code: string) => {
      const read = readLetters(code);
      return read.ok ? [] : read.error.map(({ span: { start, end } }) => code.slice(start, end));
    };
    expect(['EyE', 'TBIETCD.', 'IE'].map(marked)).toEqual([['y'], ['T'], ['']]);
  });
});

test('events and repeats beside one another are not nested', () => {
  expect(readLetters('I.'.repeat(100)).ok).toBe(true);
  expect(readLetters('N2E.'.repeat(100)).ok).toBe(true);
  expect(readLetters(`I${'N2E.'.repeat(100)}.`).ok).toBe(true);
  expect(readLetters('N500000E.N500000E.').ok).toBe(true);
});

test('equal letters are read into one event, so that a long code costs little', () => {
  const read = readLetters('EDs1~s1E0-3EDs1~s1E0-3');
  expect(read.ok && new Set(read.value).size).toBe(5);
});

test('a million events fold and unfold', () => {
  const program = programOf('repeat 1000 { repeat 333 { enable; set 1; disable } irq {} }');
  const code = writeLetters(program);
  expect(code).toBe('N1000N333Es1D.I..');
  const read = readLetters(code);
  expect(read.ok && read.value.length).toBe(program.length);
});
