import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../engine/run/rows.ts';
import { formatDiagnostic } from '../../lib/source.ts';
import { arbitraryProgram, forAll } from '../arbitrary.ts';
import { parseProgram } from './parse.ts';
import { printEvent, printProgram } from './print.ts';

const programOf = (text: string) => {
  const read = parseProgram(text);
  if (!read.ok) throw new Error(read.error.map((d) => formatDiagnostic(d)).join('\n'));
  return read.value.program;
};
const canonical = (text: string) => printProgram(programOf(text));
const complaints = (text: string) => {
  const read = parseProgram(text);
  return read.ok ? [] : read.error.map((d) => formatDiagnostic(d));
};

describe('what is accepted', () => {
  test('the kernel writes the same events with long names, brackets and semicolons', () => {
    expect(canonical('lazy_mmu_mode_enable();\n\tlazy_mmu_mode_pause();\n')).toBe('enable\n  pause');
  });

  test('line ends, tabs, comments, blank ends, a byte order mark and indentation do not matter', () => {
    const text = '\ufeff  enable ;; disable # both\r\n\r\tset\u00a0k1\t\r\n# the end\r\n   ';
    expect(canonical(text)).toBe('enable\ndisable\nset k1');
  });

  test('braces open and close on one line or on several', () => {
    expect(canonical('irq { enable; disable } softirq\n{\n}\npause')).toBe(
      'irq {\n  enable\n  disable\n}\nsoftirq {\n}\npause',
    );
  });

  test('blocks of a call may go on after the closing brace or on the next line', () => {
    const text = 'enable after 3 { disable } after write 1 {}\n before callback { pause }\nafter callback { } disable';
    expect(canonical(text)).toBe(
      [
        'enable after 3 {',
        '  disable',
        '} after write 1 {',
        '} before callback {',
        '  pause',
        '} after callback {',
        '}',
        'disable',
      ].join('\n'),
    );
  });

  test.each([
    ['set u3', 'set 3'],
    ['set k3..7', 'set k3..k7'],
    ['set 3..3 huge', 'set 3..3 huge'],
    ['touch 3 write 64k', 'touch 3 64k write'],
    ['read raw k1023', 'read raw k1023'],
    ['enable() range 0..7', 'enable range 0..7'],
    ['~ irq { ~enable }', '~irq {\n  ~enable\n}'],
    ['switch B cpu 7', 'switch B cpu 7'],
    ['note "a \\"b\\" \\\\ \\n \\u{e9} # } ~"', 'note "a \\"b\\" \\\\ \\n é # } ~"'],
    ['repeat 3 { set 1; repeat 2 { clear 1 } }', 'set 1\nclear 1\nclear 1\n'.repeat(3).trimEnd()],
    ['', ''],
  ])('%s prints as %s', (text, printed) => {
    expect(canonical(text)).toBe(printed);
  });

  test('an event prints on one line with all that is inside it', () => {
    const [event] = programOf('~enable after 3 {\n irq { set 1; sleep }\n} after 5 {}');
    expect(event && printEvent(event)).toBe('~enable after 3 { irq { set 1; sleep } } after 5 { }');
  });
});

describe('places', () => {
  test('every row knows its line, copies made by a repeat share theirs', () => {
    const read = parseProgram('enable\nrepeat 2 {\n irq {\n  pause }\n}\n\ndisable after 2 {\n}');
    expect(read.ok && read.value.lines).toEqual([1, 3, 4, 4, 3, 4, 4, 7, 8]);
  });

  test('an event knows where its head stands', () => {
    const read = parseProgram('enable\n  ~pause');
    const event = read.ok ? read.value.program[1] : undefined;
    expect(read.ok && event && read.value.spanOf(event)).toEqual({ line: 2, column: 3, start: 9, end: 15 });
  });
});

describe('mistakes', () => {
  test('are reported together, each where it stands, and reading goes on inside unknown blocks', () => {
    expect(complaints('enabel\nirp { set }\nset k1\n}')).toEqual([
      '1:1: "enabel" is not an event; did you mean "enable"?',
      '2:1: "irp" is not an event; did you mean "irq"?',
      '2:11: "set" needs a page (expected 3 or u3 of the running mm, k3 of the kernel, 0 to 1023)',
      '4:1: this } has no matching { (expected a { before it, or no })',
    ]);
  });

  test('end at the twentieth', () => {
    expect(complaints('x\n'.repeat(1000))).toHaveLength(20);
  });

  test('in a repeated switch count once', () => {
    expect(complaints('repeat 9 { irq { enable after 1 { switch B } } }')).toEqual([
      '1:35: a switch cannot happen in irq (expected the switch after the closing })',
    ]);
  });
});

describe('limits', () => {
  test('a million repeats are made, one more is refused before it is made', () => {
    const most = parseProgram('repeat 1000 { repeat 1000 { enable } }');
    expect(most.ok && most.value.program.length).toBe(1_000_000);
    expect(complaints('repeat 1000 { repeat 1000 { enable }; disable }')).toEqual([
      '1:8: repeat 1000 creates more than 1000000 events (expected fewer repeats)',
    ]);
    expect(complaints(`${'repeat 1000000 { '.repeat(60)}enable${' }'.repeat(60)}`)[0]).toContain('more than 1000000');
  });

  test('sixty-four braces may be open, not one more, and a million of them do no harm', () => {
    const braces = (n: number) => 'irq { '.repeat(n) + '} '.repeat(n);
    expect(complaints(braces(64))).toEqual([]);
    expect(complaints(braces(65))).toEqual(['1:389: events are nested more than 64 deep (expected less nesting)']);
    expect(complaints('irq{'.repeat(1_000_000))).toHaveLength(2);
  });

  test('one token of a long text does not exhaust the reader', () => {
    const size = 4 * 1024 * 1024 - 8;
    expect(complaints(' '.repeat(size))).toEqual([]);
    expect(complaints(`note "${'x'.repeat(size)}`)[0]).toContain('does not end on the same line');
    expect(complaints('('.repeat(size))[0]).toContain('instead of an event');
    expect(complaints(`${'x'.repeat(size)}`)[0]).toContain('is not an event');
    expect(complaints('x'.repeat(4 * 1024 * 1024 + 1))[0]).toContain('4194305 characters');
  });
});

describe('properties', () => {
  test('a printed program parses to the same program, one row per line', () => {
    forAll(arbitraryProgram(), (program) => {
      const text = printProgram(program);
      const read = parseProgram(text);
      expect(read.ok && read.value.program).toEqual(program);
      const rows = rowsOf(program);
      expect(program.length === 0 ? 0 : text.split('\n').length).toBe(rows.length);
      expect(read.ok && read.value.lines).toEqual(rows.map((row) => row.number));
    });
  });

  test('one event on one line reads back too', () => {
    forAll(arbitraryProgram({ maxLength: 3 }), (program) => {
      expect(programOf(program.map(printEvent).join('; '))).toEqual(program);
    });
  });

  test('no text makes the reader throw or a diagnostic point outside it', () => {
    const word = fc.constantFrom(
      'enable',
      'irq',
      '{',
      '}',
      '~',
      'repeat',
      '3',
      'after',
      'set',
      'k1',
      '"',
      '\n',
      ';',
      '(',
    );
    forAll(
      fc.array(fc.oneof(word, fc.string({ unit: 'binary-ascii' }), fc.constantFrom('\u2028', '\ud800', '\u{1f600}')), {
        maxLength: 30,
      }),
      (words) => {
        const text = words.join(' ');
        const read = parseProgram(text);
        expect(read.ok || read.error.length > 0).toBe(true);
        for (const { span } of read.ok ? [] : read.error) {
          expect(span.start <= span.end && span.end <= text.length).toBe(true);
        }
      },
    );
  });
});
