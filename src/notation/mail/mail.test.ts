import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Setup, Summary } from '../../engine/model.ts';
import { revisions } from '../../engine/revisions/index.ts';
import { rowsOf } from '../../engine/run/rows.ts';
import { runOf } from '../../engine/testing.ts';
import { arbitraryCalls, arbitraryProgram, forAll } from '../arbitrary.ts';
import { parseProgram } from '../text/parse.ts';
import { printProgram } from '../text/print.ts';
import { writeMail } from './mail.ts';
import type { RunSummaries, StateColumn } from './mail-cells.ts';
import { writeOriginal } from './original.ts';
import { readTable } from './table.ts';

const programOf = (text: string) => {
  const read = parseProgram(text);
  if (!read.ok) throw new Error(text);
  return read.value.program;
};
const mail = (text: string, setup: Partial<Setup> = {}, link?: string) => {
  const trace = runOf(setup, programOf(text));
  const { fields, title } = trace.world.revision;
  const titles = { columns: fields, revisionTitle: title, backendTitle: trace.world.backend.title };
  return writeMail(trace, link === undefined ? titles : { ...titles, link });
};
const table = (text: string, setup: Partial<Setup> = {}) =>
  mail(text, setup).split('\n\n')[1]?.trimEnd().split('\n') ?? [];
const SIX = 'enable; enable; pause; resume; disable; disable';

/** A run that a test made up: what each row left behind, the rest at rest. */
const toldOf = (text: string, rows: readonly (Partial<Summary> | null)[]): RunSummaries => ({
  setup: { revision: 'v6', backend: 'arm64', era: '7.0', checks: 'kernel', panicOnWarn: false, capacity: null },
  program: programOf(text),
  slotOf: (number) => (rows[number - 1] ? number - 1 : -1),
  summaryAt: (slot) => ({ ...AT_REST, ...rows[slot] }),
});
const AT_REST: Summary = {
  task: 'A',
  cpu: 0,
  context: 'task',
  outcome: 'done',
  why: null,
  fields: { enable_count: 0, pause_count: 0 },
  others: {},
  active: false,
  entered: false,
  inInterrupt: false,
  callbacks: [],
  checks: [],
  effects: [],
  result: null,
  pending: 0,
  findings: [],
  inferred: null,
};
const COLUMNS: readonly StateColumn[] = revisions.get('v6').fields;
const seen = (...names: string[]) =>
  names.map((callback) => ({ callback, task: 'A', statement: null, fields: { enable_count: 0, pause_count: 0 } }));
const lines = (told: RunSummaries, columns = COLUMNS) =>
  (writeMail(told, { columns, revisionTitle: 'r', backendTitle: 'b' }).split('\n\n')[1] ?? '').trimEnd().split('\n');

describe('table of a mail', () => {
  test('the table of the six calls has this exact text', () => {
    expect(table(SIX).join('\n')).toBe(`\
1   lazy_mmu_mode_enable()      -> arch_enter()  e=1 p=0
2     lazy_mmu_mode_enable()    -> (none)        e=2 p=0
3       lazy_mmu_mode_pause()   -> arch_leave()  e=2 p=1
4       lazy_mmu_mode_resume()  -> arch_enter()  e=2 p=0
5     lazy_mmu_mode_disable()   -> arch_flush()  e=1 p=0
6   lazy_mmu_mode_disable()     -> arch_leave()  e=0 p=0`);
  });

  test('page operations, interrupts and calls without effect have rows of their own', () => {
    expect(table(`${SIX}; set k1; irq { enable }; disable`).join('\n')).toBe(`\
1   lazy_mmu_mode_enable()      -> arch_enter()  e=1 p=0
2     lazy_mmu_mode_enable()    -> (none)        e=2 p=0
3       lazy_mmu_mode_pause()   -> arch_leave()  e=2 p=1
4       lazy_mmu_mode_resume()  -> arch_enter()  e=2 p=0
5     lazy_mmu_mode_disable()   -> arch_flush()  e=1 p=0
6   lazy_mmu_mode_disable()     -> arch_leave()  e=0 p=0
7   set k1                      -> stored        pending 0
8   irq {
9     lazy_mmu_mode_enable()    -> ignored       e=0 p=0
10  }
11  lazy_mmu_mode_disable()     -> arch_flush()  e=255 p=0
!   VM_WARN_ON_ONCE(enable_count == 0)`);
  });

  test('a call with blocks has a row for each part with the outcome of that part', () => {
    expect(table('enable after 3 { irq { pause } } after 99 { set 1 }; ~disable')).toEqual([
      '1   lazy_mmu_mode_enable() after 3 {  -> (none)        e=1 p=0',
      '2     irq {',
      '3       lazy_mmu_mode_pause()         -> ignored       e=1 p=0',
      '4     }',
      '5   } after 99 {                      -> arch_enter()  e=1 p=0',
      '6     set 1                           -> skipped',
      '!   after 99: the call did not reach this point',
      '7   }',
      '8     ~lazy_mmu_mode_disable()',
    ]);
  });

  test('a paragraph after the table lists the rules broken besides a warning, and the reader ignores it', () => {
    const text = mail('enable; disable; disable', {}, 'https://host.example/#1');
    expect(text.split('\n\n').slice(2)).toEqual([
      `\
Row 3 also breaks these rules: enter and leave alternate; flush only in
between (callbacks-alternate.flush); the generic state is active exactly
while the architecture is entered (active-entered-agree); the mode is
not active outside the caller's sections (active-outside-section).`,
      '[1] https://host.example/#1\n',
    ]);
    const read = readTable(text);
    expect(read.ok && printProgram(read.value.program)).toBe('enable\ndisable\ndisable');
    const many = mail(`${'disable; '.repeat(3)}irq { disable }`, { revision: 'v3' });
    for (const line of many.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
  });

  test('a check that is true again is called silent, and rows after a BUG have no arrow', () => {
    expect(table('resume; pause; resume').filter((line) => line.startsWith('!'))).toEqual([
      '!   VM_WARN_ON_ONCE(pause_count == 0)',
      '!   VM_WARN_ON_ONCE(pause_count == U8_MAX)',
      '!   VM_WARN_ON_ONCE(pause_count == 0) fires again, silent',
    ]);
    expect(table('disable; enable', { revision: 'v3' })).toEqual([
      '1   lazy_mmu_mode_disable()  -> (none)  c=0 e=0',
      '!   VM_BUG_ON(count == 0)',
      '2   lazy_mmu_mode_enable()',
    ]);
  });

  test('task and CPU have columns if there are several', () => {
    expect(table('enable; switch B; enable; disable; switch A; disable').map((line) => line.slice(0, 32))).toEqual([
      '1   A  lazy_mmu_mode_enable()   ',
      '2   A    switch B',
      '3   B  lazy_mmu_mode_enable()   ',
      '4   B  lazy_mmu_mode_disable()  ',
      '5   B  switch A',
      '6   A  lazy_mmu_mode_disable()  ',
    ]);
    expect(table('switch B cpu 1; enable')[1]).toBe('2   B1  lazy_mmu_mode_enable()  -> arch_enter()  e=1 p=0');
  });

  test('a row lists several callbacks, broken rules and a silent check', () => {
    const found = {
      rule: 'stale-read',
      sub: null,
      severity: 'hazard',
      clause: 'page 1 is queued',
      values: {},
      statement: null,
    } as const;
    const told = toldOf('enable; switch B; disable', [
      { callbacks: seen('leave', 'enter'), findings: [found, { ...found, severity: 'note' }] },
      { callbacks: seen('leave'), pending: 2 },
      {
        outcome: 'ignored',
        checks: [
          { macro: 'VM_WARN_ON_ONCE', condition: 'x', reason: 'x must be 0.', statement: 1, fired: true, silent: true },
        ],
        findings: [{ ...found, rule: 'arch-bug', sub: 'leave', severity: 'bug' }],
      },
    ]);
    expect(lines(told)).toEqual([
      '1   lazy_mmu_mode_enable()   -> arch_leave()+arch_enter()  e=0 p=0',
      '!   page 1 is queued (stale-read)',
      '2     switch B               -> arch_leave()               pending 2',
      '3   lazy_mmu_mode_disable()  -> ignored                    e=0 p=0',
      '!   VM_WARN_ON_ONCE(x) fires again, silent',
      '!   BUG arch_leave(): BUG_ON(page 1 is queued) (arch-bug.leave)',
    ]);
  });
});

describe('narrow tables', () => {
  test('a deep table shortens all names, explains it once and limits the indent', () => {
    const text = mail('repeat 40 { enable }');
    expect(text).toContain('"..._" stands for\n"lazy_mmu_mode_".');
    expect(text).toContain('\n1   ..._enable()                              -> arch_enter()  e=1 p=0\n');
    expect(text).toContain('\n15                              ..._enable()  -> (none)        e=15 p=0\n');
    expect(text).toContain('\n40                              ..._enable()  -> (none)        e=40 p=0\n');
  });

  test('text that does not fit after the arrow moves to the next line and is read from there', () => {
    const columns = ['first_counter', 'second_counter', 'third_counter', 'fourth'].map((name) => ({
      name,
      label: name,
      short: name,
    }));
    const fields = { first_counter: 1, second_counter: 22, third_counter: 255, fourth: 0 };
    const told = toldOf('enable range 1000..1023 before callback { }', [
      { callbacks: seen('leave', 'enter', 'flush', 'pause', 'resume'), fields },
      { fields },
    ]);
    const text = lines(told, columns);
    expect(text).toEqual([
      '1   ..._enable() range 1000..1023 before callback {',
      '+   -> arch_leave()',
      '+   -> arch_enter()',
      '+   -> arch_flush()',
      '+   -> arch_pause()',
      '+   -> arch_resume()',
      '+   first_counter=1 second_counter=22 third_counter=255 fourth=0',
      '2   }',
      '+   -> (none)',
      '+   first_counter=1 second_counter=22 third_counter=255 fourth=0',
    ]);
    const read = readTable(text.join('\n'));
    expect(read.ok && read.value.rows[0]?.claims).toMatchObject({
      callbacks: ['leave', 'enter', 'flush', 'pause', 'resume'],
      state: fields,
    });
  });

  test('a long note continues on the next line, in 7-bit characters', () => {
    expect(table(`enable; note "${'caf\u00e9 '.repeat(12)}"`).slice(1)).toEqual([
      '2     note "caf\\u{e9} caf\\u{e9} caf\\u{e9} caf\\u{e9} caf\\u{e9} caf\\u{e9}"',
      '+   " caf\\u{e9} caf\\u{e9} caf\\u{e9} caf\\u{e9} caf\\u{e9} caf\\u{e9} "',
    ]);
  });
});

describe('text around the table', () => {
  test('the introduction names revision, architecture, columns and every option that is not the default', () => {
    expect(
      mail('enable', { checks: 'off', panicOnWarn: true, capacity: 4 }, 'https://h.example/#1/v6/arm64-7.0/E/1'),
    ).toBe(`\
v6, mainline 7.0 and 7.1, on arm64 7.0 [1]. Values are the state after
the call (e: enable_count, p: pause_count). CONFIG_DEBUG_VM is off, so
no check is evaluated. panic_on_warn is set. The batch size is set to 4,
unlike in the kernel.

1   lazy_mmu_mode_enable()  -> arch_enter()  e=1 p=0

[1] https://h.example/#1/v6/arm64-7.0/E/1
`);
  });

  test('a title is written in 7-bit characters', () => {
    const told = toldOf('enable', [{}]);
    const text = writeMail(told, {
      columns: [],
      revisionTitle: 'v9 \u2013 \u201cr\u00e9vis\u00e9\u201d \u4e2d',
      backendTitle: 'b',
    });
    expect(text.split('\n')[0]).toBe('v9 - "revise" ?, on b 7.0.');
  });
});

test('every text is 7-bit, at most 72 columns wide, without tabs or blanks at either end of a line', () => {
  const setup = fc.constantFrom<Partial<Setup>>(
    {},
    { revision: 'v3', checks: 'stop' },
    { revision: 'pre', era: '6.19' },
  );
  forAll(fc.tuple(arbitraryProgram({ depth: 6 }), setup), ([program, choice]) => {
    const trace = runOf(choice, program);
    const options = { columns: trace.world.revision.fields, revisionTitle: 'r', backendTitle: 'b' };
    for (const line of writeMail(trace, options).split('\n')) {
      expect(line).toMatch(/^(?:[!-~](?:[ -~]*[!-~])?)?$/);
      expect(line.length).toBeLessThanOrEqual(72);
    }
  });
});

describe('format of the commit message', () => {
  const original = (text: string, revision = 'v3') => {
    const trace = runOf({ revision }, programOf(text));
    return writeOriginal(trace, trace.world.revision.fields);
  };

  test('the commit message format has tabs, long labels and an empty set for no callback', () => {
    expect(original(SIX)).toEqual({
      ok: true,
      value: `\
lazy_mmu_mode_enable()\t\t-> arch_enter()\t    count=1 enabled=1
    lazy_mmu_mode_enable()\t-> \u00f8\t\t    count=2 enabled=1
\tlazy_mmu_mode_pause()\t-> arch_leave()\t    count=2 enabled=0
\tlazy_mmu_mode_resume()\t-> arch_enter()\t    count=2 enabled=1
    lazy_mmu_mode_disable()\t-> arch_flush()\t    count=1 enabled=1
lazy_mmu_mode_disable()\t\t-> arch_leave()\t    count=0 enabled=0
`,
    });
  });

  test('the commit message format rejects everything but plain calls', () => {
    expect(original('enable; set k1')).toEqual({
      ok: false,
      error: 'row 2 (set k1) is not a plain call by a single task',
    });
    expect(original('~enable')).toMatchObject({ ok: false });
    expect(original('enable after 3 { }')).toMatchObject({ ok: false });
  });

  test('a table in the commit message format reads back as the same program', () => {
    forAll(arbitraryCalls({ maxLength: 20 }), (program) => {
      const trace = runOf({ checks: 'off' }, program);
      const text = writeOriginal(trace, COLUMNS);
      const read = text.ok ? readTable(text.value) : text;
      expect(read).toMatchObject({ ok: true, value: { program } });
      expect(rowsOf(program)).toHaveLength(text.ok ? text.value.trimEnd().split('\n').length : 0);
    });
  });
});
