import { LIMITS } from '../notation/text/limits.ts';

/** Numbers at which a counter, an index or a conversion changes: the limits of the readers and those of the language. */
export const NUMBERS: readonly string[] = [
  ...[0, 1, 2, 9, 10, 99, 100, 200, 512, 1000, 6000, 65535, 2 ** 31, 2 ** 32, 2 ** 53, ...Object.values(LIMITS)]
    .flatMap((limit) => [limit - 1, limit, limit + 1])
    .map(String),
  ...['00', '01', '1e3', '0x10', '1.5', '-0', '1e400', '9'.repeat(400)],
];

/** Characters that readers treat in a way of their own, or forget. */
const SIGNS = [
  ...['\n', '\r\n', '\r', '\t', ' ', '  ', '\0', '\u0085', '\u00a0', '\u2028', '\u200b', '\u202e', '\ufeff', '\ufffd'],
  ...['\ud800', '\udc00', '\u{1f600}', 'ø', '→', '"', "'", '\\', '\\n', '\\u{41}', '\\u{d800}', '`', '<', '>', '&'],
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ';',
    ',',
    ':',
    '.',
    '..',
    '~',
    '~~',
    '-',
    '_',
    '/',
    '#',
    '%',
    '=',
    '!',
    '+',
    '*',
    '|',
  ],
];

const PAGES = ['1', 'k1', 'u3', '1023', '1024', 'k0..k1023', '0..1023', '3..k4', '9..2', '1..2..3'];

/** Words and lines of the notation. */
const NOTATION = [
  ...[
    'enable',
    'disable',
    'pause',
    'resume',
    'lazy_mmu_mode_enable()',
    'arch_enter_lazy_mmu_mode',
    'enable range 0..7',
  ],
  ...PAGES.flatMap((page) => [`set ${page}`, `read raw ${page} 64k`, `touch ${page} write`, `clear ${page} huge`]),
  ...['flush-tlb', 'gather-flush', 'sleep', 'exit', 'bh off', 'bh on', 'switch B', 'switch A cpu 7', 'switch C cpu 8'],
  ...[
    'task B mm m2',
    'task A mm m100',
    'note "a"',
    'note "\\u{1f600}\\n"',
    'note "',
    'irq {',
    'softirq {',
    '} after 2 {',
  ],
  ...['enable after 3 {', 'after write 1 {', 'before callback {', 'after callback {', 'after 256 {', 'before 1 {'],
  ...['repeat 2 {', 'repeat 1000000 {', 'repeat 1000001 {', 'repeat 0 {', 'repeat', '~enable', '~repeat 2 {', '# note'],
];

/** Letters of a link, and its other parts. */
const LINK = [
  ...['E', 'D', 'P', 'R', 's1', 'ck3', 'v1023', 's0-1023', 'sk1h', 'E0-7', 'E_3', 'E_w1', 'E_a', '_b', 'I', 'S', '.'],
  ...[
    'B0',
    'B1',
    'TA',
    'TB7',
    'TB8',
    'MB2',
    'MA100',
    'Z',
    'X',
    'F',
    'G',
    'Qa.',
    'Q~1f.',
    'Q~41f600.',
    'Q~6110000.',
    '~E',
  ],
  ...[
    'N2',
    'N1000000',
    'N1000001',
    'N0',
    'N9',
    '#1/',
    '#2/',
    '#1/v6/arm64-7.0/',
    '#1/v6/xen-pv-7.0_s390-s390/',
    '/0',
    '/1',
  ],
  ...[
    '/at-0',
    '/checks-off',
    '/panic',
    '/capacity-65535',
    '/title-a',
    '/title-~1f600',
    '/ask-rule',
    '%2F',
    '%7E',
    '<',
    '>.',
  ],
];

/** Cells and lines of call tables. */
const TABLE = [
  ...[
    '> ',
    '>> ',
    '| ',
    ' * ',
    '1   ',
    '12) ',
    'A  ',
    'B3 ',
    '-> ',
    '=> ',
    '-&gt; ',
    'arch_enter()',
    'arch_flush()+arch_leave()',
  ],
  ...[
    'lazy_mmu_mode_enable()',
    '  lazy_mmu_mode_disable()',
    '..._pause()',
    'set k1',
    'irq {',
    '}',
    '} after 2 {',
    'note "a"',
  ],
  ...[
    '(none)',
    'ø',
    'ignored',
    'skipped',
    'stored',
    'pending 0',
    'pending 99999',
    '  e=1 p=0',
    ' __proto__=1',
    ' active=true',
  ],
  ...['! VM_WARN_ON_ONCE(enable_count == 0)', '! VM_BUG_ON(a) fires again, silent', '+   -> arch_leave()', '+   "b"'],
  ...[
    'diff --git a/x b/x',
    'On Monday, somebody wrote:',
    '-- ',
    '[1] https://example.org/#1/v6/arm64-7.0/ED/1',
    '=20',
    '=\n',
  ],
];

/** What queries of the explorer, options of the command and keys of JSON are made of. */
const WORDS = [
  ...[
    'rule ',
    'callers ',
    'legal v3',
    'balanced',
    'tasks 2',
    'preempt calls',
    'enable_count',
    ' = ',
    ' >= ',
    'B.',
    'active',
  ],
  ...['known F7 v4-07', 'v6', 'arm64', 'xen-pv', '7.0', 'v6@arm64/7.0', '@', '--', '-', 'table', 'json', 'any', 'off'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'true',
    '[]',
    '{}',
    '{"v":1}',
    '"text":',
    '[[',
    '{"a":',
    '\\ud800',
  ],
];

export const FRAGMENTS: Readonly<Record<FragmentKind, readonly string[]>> = {
  notation: NOTATION,
  link: LINK,
  table: TABLE,
  words: WORDS,
  signs: SIGNS,
};

export type FragmentKind = 'notation' | 'link' | 'table' | 'words' | 'signs';
