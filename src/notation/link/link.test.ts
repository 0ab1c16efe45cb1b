import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHECKS, ERAS, type Program } from '../../engine/model.ts';
import { rowsOf } from '../../engine/run/rows.ts';
import { formatDiagnostic } from '../../lib/source.ts';
import { arbitraryProgram, forAll } from '../arbitrary.ts';
import { parseProgram } from '../text/parse.ts';
import { printProgram } from '../text/print.ts';
import { MAX_BACKENDS, MAX_QUERY, MAX_TITLE, type View, writeLink } from './link.ts';
import golden from './links.golden.txt?raw';
import { readLink } from './read-link.ts';

const programOf = (text: string): Program => {
  const read = parseProgram(text);
  if (!read.ok) throw new Error(text);
  return read.value.program;
};
const plain = (text: string, more: Partial<View> = {}): View => ({
  revision: 'v6',
  backends: [{ backend: 'arm64', era: '7.0' }],
  program: programOf(text),
  row: 0,
  checks: 'kernel',
  panicOnWarn: false,
  capacity: null,
  ...more,
});
const complaints = (link: string) => {
  const read = readLink(link);
  return read.ok ? [] : read.error.map((d) => formatDiagnostic(d));
};
const SIX = 'enable; enable; pause; resume; disable; disable';

describe('written links', () => {
  test('a default setup needs no options', () => {
    expect(writeLink(plain(SIX, { row: 4 }))).toBe('#1/v6/arm64-7.0/EEPRDD/4');
  });

  test('a link has several backends, ids with dashes and dots, and every option', () => {
    const view = plain('', {
      revision: 'patch:4f2a',
      backends: [
        { backend: 'xen-pv', era: '7.0' },
        { backend: 's390', era: 's390' },
      ],
      moment: 2,
      checks: 'stop',
      panicOnWarn: true,
      capacity: 4,
      title: 'Xen: who flushes?',
      question: 'rule arch-bug; tasks 2',
    });
    const link =
      '#1/patch~4f2a/xen-pv-7.0_s390-s390/0/0/at-2/checks-stop/panic/capacity-4/title-Xen~23a_who_flushes~23f/ask-rule_arch-bug~23b_tasks_2';
    expect(writeLink(view)).toBe(link);
    expect(readLink(link)).toEqual({ ok: true, value: view });
  });

  test.each([
    `repeat 15 { enable }; repeat 15 { disable }`,
    'enable; set k1; set k2; set 7; enable; set 3; clear k1; disable; pause; read 4; resume; irq { enable; set k3; disable }; set 5; set 6; set k7; disable; bh off; enable; clear 4; disable; bh on; enable; wrprotect 3; get-and-clear k2; touch 9; flush-tlb; disable; sleep',
  ])('a link of thirty events has at most 120 characters with a host of 30: %s', (text) => {
    const program = programOf(text);
    expect(program.reduce((sum, e) => sum + 1 + (e.kind === 'irq' ? e.body.length : 0), 0)).toBeGreaterThanOrEqual(30);
    const link = writeLink({ ...plain(''), program, row: 30 });
    expect(`https://${'h'.repeat(30)}/${link}`.length).toBeLessThanOrEqual(120);
  });
});

describe('the limits of a link', () => {
  const id = (length: number) => 'a'.repeat(length);

  test.each(['v6', '6', 'a'.repeat(64), 'v7.2-ptes', 'patch:4f2a'])('a link names the revision "%s"', (revision) => {
    const link = writeLink(plain(SIX, { revision }));
    expect(readLink(link)).toEqual({ ok: true, value: plain(SIX, { revision }) });
  });

  test.each(['', '-v6', 'v6-', '.v6', 'v6:', 'v/6', 'v 6', 'v6\n', id(65)])(
    'no link names the revision %j',
    (revision) => {
      expect(() => writeLink(plain(SIX, { revision }))).toThrow(`"${revision}" is not the id of a revision`);
    },
  );

  test.each(['b', '390', 'xen-pv', id(32)])('a link names the architecture "%s"', (backend) => {
    const view = plain(SIX, { backends: [{ backend, era: '7.0' }] });
    expect(readLink(writeLink(view))).toEqual({ ok: true, value: view });
  });

  test.each(['', 'Arm64', 'arm.64', 'arm_64', '-arm', 'arm-', id(33)])(
    'no link names the architecture "%s"',
    (backend) => {
      const view = plain(SIX, { backends: [{ backend, era: '7.0' }] });
      expect(() => writeLink(view)).toThrow(`"${backend}" is not the id of a backend`);
    },
  );

  test('a link names one architecture at least, and as many as a page shows', () => {
    const named = (count: number) =>
      plain(SIX, { backends: Array.from({ length: count }, (_, i) => ({ backend: `b${i}`, era: '7.0' as const })) });
    const most = named(MAX_BACKENDS);
    expect(readLink(writeLink(most))).toEqual({ ok: true, value: most });
    for (const count of [0, MAX_BACKENDS + 1])
      expect(() => writeLink(named(count))).toThrow(`a link cannot name ${count} backends`);
    const tooMany = writeLink(most).replace('/b0-', '/more-7.0_b0-');
    expect(complaints(tooMany)).toEqual([
      `1:7: the link names ${MAX_BACKENDS + 1} architectures (expected at most ${MAX_BACKENDS})`,
    ]);
  });

  test('a title is cut to its limit and keeps no half of a character', () => {
    const titleOf = (title: string) => {
      const read = readLink(writeLink(plain(SIX, { title })));
      return read.ok ? read.value.title : read.error;
    };
    expect(titleOf('t'.repeat(MAX_TITLE + 1))).toBe('t'.repeat(MAX_TITLE));
    expect(titleOf(`${'t'.repeat(MAX_TITLE - 1)}\u{1f600}`)).toBe('t'.repeat(MAX_TITLE - 1));
    expect(titleOf('a\ud800b\udc00c')).toBe('abc');
    expect(titleOf('\ud800')).toBeUndefined();
    expect(titleOf('')).toBeUndefined();
  });

  test('a query has one character at least, and is never cut', () => {
    const longest = plain(SIX, { question: 'q'.repeat(MAX_QUERY) });
    expect(readLink(writeLink(longest))).toEqual({ ok: true, value: longest });
    for (const question of ['', 'q'.repeat(MAX_QUERY + 1)])
      expect(() => writeLink(plain(SIX, { question }))).toThrow('a query fits into a link');
  });
});

describe('released links', () => {
  const entries = golden.trimEnd().split('\n\n');

  test.each(entries.map((entry) => [entry.slice(0, entry.indexOf('\n')), entry]))(
    '%s opens as it did',
    (link, entry) => {
      const read = readLink(link);
      if (!read.ok) throw new Error(read.error.map((d) => formatDiagnostic(d)).join('\n'));
      const { program, ...rest } = read.value;
      const shown = [
        link,
        JSON.stringify(rest),
        ...printProgram(program)
          .split('\n')
          .map((line) => `  ${line}`),
      ];
      expect(shown.join('\n').trimEnd()).toBe(entry);
    },
  );
});

describe('read links', () => {
  test.each([
    'https://example.org/lazy/#1/v6/arm64-7.0/EEPRDD/4',
    '<https://example.org/#1/v6/arm64-7.0/EEPRDD/4>.',
    ' #1/v6/arm64-7.0/EEPRDD/4, see there',
    '1/v6/arm64-7.0/EEPRDD/4',
    'https://example.org/#1%2Fv6%2Farm64%2D7%2e0%2FEEPRDD%2F4',
  ])('%s reads as the same view', (text) => {
    expect(readLink(text)).toEqual({ ok: true, value: plain(SIX, { row: 4 }) });
  });

  test.each([
    ['hello', '1:1: this is not a link to a program (expected #1/v6/arm64-7.0/EEDD/4)'],
    [
      '#2/anything',
      '1:2: this link has version 2, from a newer release (expected version 1, or a newer release of this program)',
    ],
    [
      '#1/v6/arm64-7.0/EE',
      '1:2: no row after the letters (expected /<revision>/<architecture-release>/<letters>/<row>)',
    ],
    [
      '#1/v6/arm64-7.0/EyE/1',
      '1:18: no event begins with "y" (expected E D P R s c g w r v t m F G I S B T M Z X Q N)',
    ],
    ['#1/v6/arm64-9.9/E/1', '1:7: there is no kernel release "9.9" (expected 6.19, 7.0, 7.1, 7.2, s390)'],
    [
      '#1/v6/arm64/E/1',
      '1:7: "arm64" is not an architecture and its kernel release (expected arm64-7.0, several joined by _)',
    ],
    ['#1/v6!/arm64-7.0/E/1', '1:4: "v6!" is not the id of a revision (expected an id such as v6)'],
    ['#1/v6/arm64-7.0/E/2', '1:19: "2" is not a row of this program (expected 0 to 1)'],
    ['#1/v6/arm64-7.0/E/1/checks-no', '1:28: checks cannot be "no" (expected kernel, stop, off)'],
    ['#1/v6/arm64-7.0/E/1/capacity-0', '1:30: "0" is not a batch size (expected 1 to 65535)'],
    [
      '#1/v6/arm64-7.0/E/1/zoom-3',
      '1:21: unknown link option "zoom-3" (expected at, checks, panic, capacity, title or ask)',
    ],
    ['#1/v6/arm64-7.0/E/1/panic/panic', '1:27: duplicate option "panic" (expected each option once)'],
    ['#1/v6/arm64-7.0/E/1/title-a~2', '1:28: the title has an invalid escape'],
    ['#1', '1:2: this is not a link to a program (expected #1/v6/arm64-7.0/EEDD/4)'],
    ['#1/v6', '1:2: no architecture after the revision (expected /<revision>/<architecture-release>/<letters>/<row>)'],
    ['#1/v6/x', '1:2: no letters after the architecture (expected /<revision>/<architecture-release>/<letters>/<row>)'],
    ['#x1/v6/arm64-7.0/E/1', '1:2: this is not a link to a program (expected #1/v6/arm64-7.0/EEDD/4)'],
    [
      '#123456789/v6/x',
      '1:2: this link has version 123456789, from a newer release (expected version 1, or a newer release of this program)',
    ],
    ['#1234567890/v6/x', '1:2: this is not a link to a program (expected #1/v6/arm64-7.0/EEDD/4)'],
    [
      `#1/${'-'.repeat(40)}/arm64-7.0/E/1`,
      `1:4: "${'-'.repeat(40)}" is not the id of a revision (expected an id such as v6)`,
    ],
    [
      `#1/${'-'.repeat(41)}/arm64-7.0/E/1`,
      `1:4: "${'-'.repeat(37)}..." is not the id of a revision (expected an id such as v6)`,
    ],
    ['#1/v6/arm64-7.0/IE./4', '1:21: "4" is not a row of this program (expected 0 to 3)'],
    ['#1/v6/arm64-7.0/E/-1', '1:19: "-1" is not a row of this program (expected 0 to 1)'],
    ['#1/v6/arm64-7.0/E/1x', '1:19: "1x" is not a row of this program (expected 0 to 1)'],
    ['#1/v6/arm64-7.0/E/1/at-10000', '1:24: "10000" is not a statement of a row (expected 0 to 9999)'],
    ['#1/v6/arm64-7.0/E/1/capacity-65536', '1:30: "65536" is not a batch size (expected 1 to 65535)'],
    ['#1/v6/arm64-7.0/E/1/capacity-1/at-2/capacity-3', '1:37: duplicate option "capacity" (expected each option once)'],
    ['#1/v6/arm64-7.0/E/1/title/panic', '1:26: the title has 0 characters (expected 1 to 200)'],
    [`#1/v6/arm64-7.0/E/1/title-${'t'.repeat(201)}`, '1:27: the title has 201 characters (expected 1 to 200)'],
    [`#1/v6/arm64-7.0/E/1/ask-${'q'.repeat(1001)}`, '1:25: the query has 1001 characters (expected 1 to 1000)'],
    [
      '#1/v6/arm64-7.0/E/1/PANIC',
      '1:21: unknown link option "PANIC" (expected at, checks, panic, capacity, title or ask)',
    ],
  ])('the link %s is rejected: %s', (link, message) => {
    expect(complaints(link)).toEqual([message]);
  });
});

describe('an error marks', () => {
  const marked = (link: string) => {
    const read = readLink(link);
    return read.ok ? [] : read.error.map(({ span: { start, end } }) => link.slice(start, end));
  };

  test.each([
    ['the version', '#2/v6/arm64-7.0/E/0', ['2']],
    ['what is there of a link', '#1/v6/arm64-7.0', ['1/v6/arm64-7.0']],
    ['a segment', '#1/-v6/arm64-2.4/E/x', ['-v6', 'arm64-2.4', 'x']],
    ['a segment behind blanks', '  1/v6/arm64-7.0/E/x  ', ['x']],
    ['a letter', '#1/v6/arm64-7.0/EDy/0', ['y']],
    ['a number with something around it', '#1/v6/arm64-7.0/E/1x/at-x1', ['1x', 'x1']],
    ['an option, or its value', '#1/v6/arm64-7.0/E/0/at-x/nonsense', ['x', 'nonsense']],
    ['an escape', '#1/v6/arm64-7.0/E/0/title-a~zz', ['~']],
  ])('%s', (_, link, parts) => {
    expect(marked(link).sort()).toEqual([...parts].sort());
  });

  test('at most twenty places', () => {
    expect(marked(`#1/v6/arm64-7.0/E/0${'/nonsense'.repeat(30)}`)).toHaveLength(20);
  });
});

test('a link may have as many characters as a text', () => {
  const longest = (length: number) => `#1/v6/arm64-7.0/E/0${' '.repeat(length - 19)}`;
  expect(readLink(longest(4 * 1024 * 1024)).ok).toBe(true);
  expect(complaints(longest(4 * 1024 * 1024 + 1))).toEqual(['1:1: the link has 4194305 characters']);
});

test('a link without # is read behind blanks, and an option without its dash', () => {
  expect(readLink('  1/v6/arm64-7.0/E/1/at0')).toEqual({ ok: true, value: plain('enable', { row: 1, moment: 0 }) });
});

describe('properties', () => {
  const backend = fc.record(
    { backend: fc.constantFrom('arm64', 'xen-pv', 'powerpc-hash', 'none'), era: fc.constantFrom(...ERAS) },
    { noNullPrototype: true },
  );
  const view = arbitraryProgram().chain((program) =>
    fc.record(
      {
        revision: fc.constantFrom('v6', 'v7.2-ptes', 'v3-07', 'whatif-saturate', 'patch:00ff'),
        backends: fc.array(backend, { minLength: 1, maxLength: 3 }),
        program: fc.constant(program),
        row: fc.nat(rowsOf(program).length),
        moment: fc.nat(30),
        checks: fc.constantFrom(...CHECKS),
        panicOnWarn: fc.boolean(),
        capacity: fc.option(fc.integer({ min: 1, max: 65535 })),
        title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      },
      {
        noNullPrototype: true,
        requiredKeys: ['revision', 'backends', 'program', 'row', 'checks', 'panicOnWarn', 'capacity'],
      },
    ),
  );

  test('every view reads back from a link of allowed characters that ends with a letter or digit', () => {
    forAll(view, (written) => {
      const link = writeLink(written as View);
      expect(link).toMatch(/^#[A-Za-z0-9._~/-]*[A-Za-z0-9]$/);
      expect(readLink(link)).toEqual({ ok: true, value: written });
    });
  });

  test('a link truncated anywhere yields a view or an error and never throws', () => {
    const link = writeLink(plain('enable after 3 { irq { set k1 } }; note "a.b"; disable', { row: 3, title: 'é' }));
    for (let length = 0; length <= link.length; length++) {
      const read = readLink(link.slice(0, length));
      expect(read.ok || read.error.length > 0).toBe(true);
    }
  });

  test('no text makes the reader throw', () => {
    const piece = fc.constantFrom(
      '#',
      '1',
      '/',
      'v6',
      'arm64-7.0',
      'E',
      '_',
      '-',
      '~',
      '%7E',
      '.',
      'at-',
      'title-',
      ' ',
    );
    forAll(
      fc.array(
        fc.oneof(
          piece,
          fc.string({ unit: 'binary-ascii', maxLength: 3 }),
          fc.constantFrom('\u2028', '\ud800', '\u{1f600}'),
        ),
        { maxLength: 20 },
      ),
      (pieces) => {
        const read = readLink(pieces.join(''));
        expect(read.ok || read.error.length > 0).toBe(true);
      },
    );
  });

  test.each(['#', '/', '_', '-', '~', 'E', '%7E', '#1/v6/'])(
    'a hundred kilobytes of %s are refused or read',
    (piece) => {
      const junk = piece.repeat(100_000 / piece.length);
      for (const text of [junk, `#1/v6/arm64-7.0/E/1/${junk}`, `#1/v6/${junk}/E/1`, `#1/v6/arm64-7.0/${junk}/0`]) {
        const read = readLink(text);
        expect(read.ok || read.error.length > 0).toBe(true);
      }
    },
  );
});
