import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { revisions } from '../../engine/revisions/index.ts';
import { runOf } from '../../engine/testing.ts';
import { type Diagnostic, formatDiagnostic } from '../../lib/source.ts';
import { arbitraryProgram, forAll } from '../arbitrary.ts';
import commit from '../samples/commit-message.txt?raw';
import mail from '../samples/mail.txt?raw';
import quoted from '../samples/quoted-reply.txt?raw';
import { parseProgram } from '../text/parse.ts';
import { printProgram } from '../text/print.ts';
import { writeMail } from './mail.ts';
import { findMismatches } from './mismatches.ts';
import { writeOriginal } from './original.ts';
import { type MailTable, readTable } from './table.ts';
import { NOTHING_CLAIMED } from './table-line.ts';

const read = (text: string): MailTable => {
  const table = readTable(text);
  if (!table.ok) throw new Error(table.error.map((d) => formatDiagnostic(d)).join('\n'));
  return table.value;
};
const printed = (text: string) => printProgram(read(text).program);
const SIX = 'enable\n  enable\n    pause\n    resume\n  disable\ndisable';

describe('the commit message', () => {
  test('a mail is read up to its diff', () => {
    const { program, rows, remarks } = read(commit);
    expect(printProgram(program)).toBe(SIX);
    expect(rows.map(({ line, row, claims }) => [line, row, claims.callbacks?.join(), claims.state])).toEqual([
      [4, 1, 'enter', { count: 1, enabled: 1 }],
      [5, 2, '', { count: 2, enabled: 1 }],
      [6, 3, 'leave', { count: 2, enabled: 0 }],
      [7, 4, 'enter', { count: 2, enabled: 1 }],
      [8, 5, 'flush', { count: 1, enabled: 1 }],
      [9, 6, 'leave', { count: 0, enabled: 0 }],
    ]);
    expect(remarks.map(({ line }) => line)).toEqual([1, 2, 11, 12]);
  });

  test('the table of the commit message matches v3, and not v3 without its inner flush', () => {
    const { program, rows } = read(commit);
    const columns = revisions.get('v3').fields;
    expect(findMismatches(rows, runOf({ revision: 'v3' }, program), columns)).toEqual([]);
    expect(findMismatches(rows, runOf({ revision: 'whatif-no-inner-flush' }, program), columns).slice(0, 3)).toEqual([
      { line: 4, row: 1, about: 'count', claimed: '1', happened: 'no such field' },
      { line: 4, row: 1, about: 'enabled', claimed: '1', happened: 'no such field' },
      { line: 5, row: 2, about: 'count', claimed: '2', happened: 'no such field' },
    ]);
  });
});

describe('a quoted reply', () => {
  test('a quoted reply reads as the same program, with separate remarks and wrapped lines joined', () => {
    const { program, rows, remarks } = read(quoted);
    expect(printProgram(program)).toBe(SIX);
    expect(rows[3]?.claims).toEqual({ ...NOTHING_CLAIMED, callbacks: ['enter'], state: { count: 2, enabled: 1 } });
    expect(remarks).toEqual([
      { line: 1, text: 'On a rainy Tuesday somebody wrote:' },
      { line: 2, text: 'Values are those behind the call:' },
      { line: 8, text: 'So whoever pauses may count on an empty queue?' },
      { line: 12, text: '<-- not a leave' },
    ]);
  });
});

describe('mails of this page', () => {
  test('a mail with every kind of row reads back', () => {
    expect(printed(mail)).toBe(`\
enable
  set k1
  irq {
    enable
  }
  ~pause
  note "a note that is too long for one line of a mail and therefore goes on in the next one"
disable
disable
enable after 3 {
  switch B
}`);
    expect(read(mail).rows.map(({ number, row }) => number === row)).not.toContain(false);
    expect(read(mail).rows[8]?.claims.checks).toEqual(['VM_WARN_ON_ONCE(enable_count == 0)']);
  });

  test('an edited value in a mail is a mismatch with the run', () => {
    const changed = mail
      .replace('pending 1', 'pending 0')
      .replace('e=255', 'e=0')
      .replace('arch_leave()  e=0', '(none)  e=0');
    const { program, rows } = read(changed.replace(/^!.*$/m, '!   VM_BUG_ON(enable_count == 0)'));
    expect(findMismatches(rows, runOf({}, program), revisions.get('v6').fields)).toEqual([
      { line: 5, row: 2, about: 'pending', claimed: '0', happened: '1' },
      { line: 12, row: 8, about: 'callback', claimed: '(none)', happened: 'arch_leave()' },
      { line: 13, row: 9, about: 'e', claimed: '0', happened: '255' },
      {
        line: 13,
        row: 9,
        about: 'check',
        claimed: 'VM_BUG_ON(enable_count == 0)',
        happened: 'VM_WARN_ON_ONCE(enable_count == 0)',
      },
    ]);
  });

  test('claims about rows after a BUG are mismatches', () => {
    const { program, rows } = read('lazy_mmu_mode_disable()  -> ignored\nlazy_mmu_mode_enable()  -> arch_enter()');
    expect(findMismatches(rows, runOf({ revision: 'v3' }, program), revisions.get('v3').fields)).toEqual([
      { line: 1, row: 1, about: 'callback', claimed: 'ignored', happened: '(none)' },
      { line: 2, row: 2, about: 'callback', claimed: 'arch_enter()', happened: 'the run ended before this row' },
    ]);
  });
});

describe('rows of a table', () => {
  const claimsOf = (row: string) => read(row).rows[0]?.claims;

  test.each([
    ['lazy_mmu_mode_enable() -> none', { callbacks: [] }],
    [
      'lazy_mmu_mode_enable() -> (none)   count = 2, enabled = true',
      { callbacks: [], state: { count: 2, enabled: 1 } },
    ],
    ['lazy_mmu_mode_enable()\u00a0=> arch_leave_lazy_mmu_mode()', { callbacks: ['leave'] }],
    ['lazy_mmu_mode_enable() -> arch_leave()+arch_enter()', { callbacks: ['leave', 'enter'] }],
    ['lazy_mmu_mode_enable() -> ignored  e=0', { outcome: 'ignored', state: { e: 0 } }],
    ['7. set k1 -> may fault  pending 3', { result: 'may fault', pending: 3 }],
    ['..._enable()', {}],
    ['| * lazy_mmu_mode_enable()  e=1', { state: { e: 1 } }],
    ['lazy_mmu_mode_enable() ->\n arch_enter()\ncount=1', { callbacks: ['enter'], state: { count: 1 } }],
    [
      '1 A0 lazy_mmu_mode_enable()\n+   -> arch_enter()\n+   -> arch_leave()\n+   e=1\n+   p=2',
      { callbacks: ['enter', 'leave'], state: { e: 1, p: 2 } },
    ],
  ])('the row %s is read', (row, claims) => {
    expect(claimsOf(row)).toEqual({ ...NOTHING_CLAIMED, ...claims });
  });

  test.each([
    'lazy_mmu_mode_enable() is called twice here',
    'lazy_mmu_mode_enable() -> arch_enter() is what I would expect',
    'lazy_mmu_mode_enable() -> what does this do',
    'lazy_mmu_mode_enable();',
    'pause',
    'set k1',
    '}',
    'static inline void lazy_mmu_mode_enable(void)',
    `lazy_mmu_mode_enable() ${'e=1 '.repeat(12)}is what I see`,
  ])('%s is not a row', (line) => {
    expect(readTable(line)).toMatchObject({ ok: false });
    expect(printed(`lazy_mmu_mode_pause()  -> (none)\n\n${line}`)).toMatch(/^pause(\n {2}set k1|\n {2}pause)?$/);
  });

  test('a row without a number is a remark in a table with numbers', () => {
    const table = read('1 lazy_mmu_mode_enable() -> arch_enter()\nlazy_mmu_mode_pause()\n2 exit');
    expect(printProgram(table.program)).toBe('enable\n  exit');
    expect(table.remarks).toEqual([{ line: 2, text: 'lazy_mmu_mode_pause()' }]);
  });
});

describe('invalid tables', () => {
  const complaints = (text: string) => {
    const table = readTable(text);
    return table.ok ? [] : table.error.map((d) => formatDiagnostic(d));
  };

  test('a text without a row is rejected with an example of one', () => {
    expect(complaints('Dear all,\nthanks.')).toEqual([
      '1:1: no line of this text is a row of a call table (expected lazy_mmu_mode_enable()  -> arch_enter()  e=1 p=0)',
    ]);
  });

  test('a mistake in a quoted row is reported at its position', () => {
    expect(complaints('> > 1   lazy_mmu_mode_enabel()  -> arch_enter()\n> > 2   irq {')).toEqual([
      '1:9: "lazy_mmu_mode_enabel" is not an event; did you mean "lazy_mmu_mode_enable"?',
      '2:9: this { is never closed (expected a matching })',
    ]);
  });
});

describe('properties', () => {
  const quote = (text: string, levels: number, stuffed: boolean) =>
    text
      .split('\n')
      .map((line) => (stuffed && /^[ >]|^From /.test(line) ? ` ${line}` : line))
      .map((line) => '> '.repeat(levels) + line)
      .join('\r\n');
  const setup = fc.constantFrom(
    {},
    { revision: 'v3' },
    { revision: 'pre', era: '6.19' as const },
    { checks: 'off' as const },
  );

  test('a written mail reads back as the same program at any depth of quoting', () => {
    forAll(fc.tuple(arbitraryProgram(), fc.nat(3), fc.boolean(), setup), ([program, levels, stuffed, choice]) => {
      const trace = runOf(choice, program);
      const columns = trace.world.revision.fields;
      const text = writeMail(trace, {
        columns,
        revisionTitle: 'a revision',
        backendTitle: 'arm64',
        link: 'https://x/#1',
      });
      fc.pre(program.length > 0);
      const table = readTable(quote(text, levels, stuffed));
      expect(table.ok ? table.value.program : table.error).toEqual(program);
      expect(table.ok && findMismatches(table.value.rows, trace, columns)).toEqual([]);
    });
  });

  test('no text makes the reader throw', () => {
    const piece = fc.constantFrom(
      'lazy_mmu_mode_enable()',
      '->',
      'arch_enter()',
      'e=1',
      '\n',
      '  ',
      '> ',
      '!',
      '+',
      '"',
      '}',
      '{',
      '1',
      'irq {',
    );
    forAll(
      fc.array(
        fc.oneof(
          piece,
          fc.string({ unit: 'binary-ascii', maxLength: 4 }),
          fc.constantFrom('\u2028', '\ud800', '\u{1f600}'),
        ),
        { maxLength: 40 },
      ),
      (pieces) => {
        const table = readTable(pieces.join(' '));
        expect(table.ok || table.error.length > 0).toBe(true);
      },
    );
  });

  test.each(['> ', '+ "a"\n', '! VM_X(1)\n', '+ -> arch_a()\n', 'a=1\n', '}\n', 'e=1 ', '\n'])(
    '300 kilobytes of %j are read quickly',
    (piece) => {
      const table = readTable(
        `1 lazy_mmu_mode_enable() -> (none)\n2 note "x"\n${piece.repeat(300_000 / piece.length)}`,
      );
      const found = table.ok ? printProgram(table.value.program) : formatDiagnostic(table.error[0] as Diagnostic);
      expect(found).toMatch(/^enable\n {2}note "x"$|the note has \d+ characters/);
    },
  );

  test('a table in the commit message format reads back', () => {
    const program = parseProgram(SIX);
    const trace = runOf({ revision: 'v3' }, program.ok ? program.value.program : []);
    const text = writeOriginal(trace, revisions.get('v3').fields);
    expect(text.ok && printed(text.value)).toBe(SIX);
  });
});
