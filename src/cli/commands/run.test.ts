import { describe, expect, test } from 'vitest';
import { lazymmu, parseJsonLines } from '../testing.ts';

/** `3 {"count":0,"enabled":0}`: the steps of a JSON trace with their states. */
const states = (out: string) => parseJsonLines(out).map(({ step, state }) => `${step} ${JSON.stringify(state)}`);
const json = (stdin: string, ...options: string[]) => lazymmu(['run', '--format', 'json', ...options], { stdin });

describe('a double disable', () => {
  test('ends in a BUG at event 3 on v3 07/13', async () => {
    const { exit, out, err } = await json('E D D', '--revision', 'v3-07');
    expect(exit).toBe(1);
    expect(err).toBe('');
    expect(states(out)).toEqual([
      '1 {"count":1,"enabled":1}',
      '2 {"count":0,"enabled":0}',
      '3 {"count":0,"enabled":0}',
    ]);
    expect(parseJsonLines(out)[2]?.findings).toMatchObject([{ severity: 'bug', sub: 'disable.1' }]);
  });

  test.each([['--checks', 'off'], ['--no-debug-vm']])('continues with 255 with %s', async (...options) => {
    const { out } = await json('E D D', '--revision', 'v3-07', ...options);
    expect(states(out)[2]).toBe('3 {"count":255,"enabled":0}');
    expect(parseJsonLines(out)[2]).toMatchObject({ active: false, callbacks: [{ callback: 'flush' }] });
  });

  test('warns on v6 and leaves the mode active outside any section', async () => {
    const { exit, out } = await json('EDD');
    expect(exit).toBe(1);
    expect(parseJsonLines(out)[2]).toMatchObject({ active: true, state: { enable_count: 255 } });
  });

  test('ends the run with panic_on_warn or --checks stop', async () => {
    const panic = await json('EDDE', '--panic-on-warn');
    expect(parseJsonLines(panic.out)).toHaveLength(3);
    expect(panic.err).toBe('<stdin>: remark: a panic ended the run; 1 event was not executed\n');
    expect(parseJsonLines((await json('EDDEE', '--checks', 'stop')).out)).toHaveLength(3);
  });
});

test('an interrupt inside enable flushes while not entered on v4 07/12, and not on v4', async () => {
  const program = 'enable after write 1 { irq { enable; disable } }';
  const before = await json(program, '--revision', 'v4-07');
  expect(before.out).toContain('"rule":"callbacks-alternate","sub":"flush"');
  const after = await json(program, '--revision', 'v4');
  expect(after.out).not.toContain('callbacks-alternate');
  expect([before.exit, after.exit]).toEqual([1, 0]);
});

test('the exit code is 0 if nothing is worse than a note', async () => {
  const { exit, out, err } = await json('enable; pause; resume; bh off; set k1; bh on; disable');
  expect(out).toContain('"severity":"note"');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
});

test('the default format is a table', async () => {
  const { out } = await lazymmu(['run'], { stdin: 'enable; disable' });
  expect(out).toMatch(/^1 {3}lazy_mmu_mode_enable\(\) {3}-> arch_enter\(\) {2}e=1 p=0$/m);
});

test('several backends give one trace after the other', async () => {
  const { out } = await json('E', '--backend', 'none', '--backend', 'arm64', '--kernel', '7.1');
  expect(parseJsonLines(out).map(({ backend, era, state }) => [backend, era, state])).toEqual([
    ['none', '7.1', {}],
    ['arm64', '7.1', { enable_count: 1, pause_count: 0 }],
  ]);
});

test('an alias selects a revision and its first kernel release', async () => {
  expect(parseJsonLines((await json('E', '--revision', 'v5')).out)[0]?.revision).toBe('v6');
  expect(parseJsonLines((await json('E', '--revision', '7.2')).out)[0]).toMatchObject({ revision: 'v7.2', era: '7.2' });
});

test('files and standard input are read in the given order', async () => {
  const { exit, out } = await lazymmu(['run', '--format', 'json', 'a', '-'], {
    stdin: 'pause',
    files: { a: 'enable' },
  });
  expect(exit).toBe(0);
  expect(parseJsonLines(out).map(({ program, event }) => [program, event])).toEqual([
    [1, 'enable'],
    [2, 'pause'],
  ]);
});

describe('--each-line', () => {
  test('runs each line on a fresh machine and numbers it by its line', async () => {
    const { exit, out } = await json('EE\n\n# a comment\nenable; pause\nD\n', '--each-line');
    expect(exit).toBe(1);
    expect(parseJsonLines(out).map(({ program, step }) => `${program}.${step}`)).toEqual([
      '1.1',
      '1.2',
      '4.1',
      '4.2',
      '5.1',
    ]);
    expect(parseJsonLines(out)[2]?.state).toEqual({ enable_count: 1, pause_count: 0 });
  });

  test('reports a bad line and runs the others', async () => {
    const { exit, out, err } = await json('E\nenalbe\nset k1; bogus\nP', '--each-line');
    expect(exit).toBe(2);
    expect(parseJsonLines(out).map(({ program }) => program)).toEqual([1, 4]);
    expect(err.split('\n').map((line) => line.slice(0, 40))).toEqual([
      '<stdin>:2:1: "enalbe" is not an event; d',
      '<stdin>:3:9: "bogus" is not an event (ex',
      '',
    ]);
  });

  test('runs each link with its own setup', async () => {
    const { out } = await json('#1/v3-07/arm64-7.0/ED/0\n#1/pre/none-6.19_arm64-6.19/E/0/checks-off', '--each-line');
    expect(parseJsonLines(out).map(({ program, revision, backend, era }) => [program, revision, backend, era])).toEqual(
      [
        [1, 'v3-07', 'arm64', '7.0'],
        [1, 'v3-07', 'arm64', '7.0'],
        [2, 'pre', 'none', '6.19'],
        [2, 'pre', 'arm64', '6.19'],
      ],
    );
  });
});

describe('a link', () => {
  const link = 'https://lazy-mmu.example/#1/v3-07/arm64-7.0/EDD/3/checks-off';

  test('sets its revision, backends and checks', async () => {
    const [, , third] = parseJsonLines((await json(link)).out);
    expect(third).toMatchObject({ revision: 'v3-07', state: { count: 255, enabled: 0 } });
  });

  test('is overridden by options', async () => {
    const other = parseJsonLines((await json(link, '--revision', 'v6', '--checks', 'kernel')).out);
    expect(other[2]).toMatchObject({ revision: 'v6', checks: [{ fired: true }] });
    expect(parseJsonLines((await json(link, '--backend', 'none')).out)[0]).toMatchObject({
      backend: 'none',
      revision: 'v3-07',
    });
  });
});

const QUOTED = `\
> In summary, values after the call:
>
> lazy_mmu_mode_enable()		-> arch_enter()	    count=1 enabled=1
>      lazy_mmu_mode_enable()	-> \u00f8		    count=2 enabled=1
> 	lazy_mmu_mode_pause()	-> arch_leave()     count=2 enabled=0

That one flushes, too?

> 	lazy_mmu_mode_resume()	-> arch_enter()     count=2 enabled=1
>      lazy_mmu_mode_disable()	-> arch_flush()     count=1 enabled=1
> lazy_mmu_mode_disable()		-> arch_leave()     count=0 enabled=0
`;

describe('a table from a mail', () => {
  test('runs on the revision whose columns it has, and is printed with the same values', async () => {
    const { exit, out, err } = await lazymmu(['run'], { stdin: QUOTED });
    expect(exit).toBe(0);
    expect(err).toBe(
      '<stdin>: remark: the columns match v3 (count and enabled), so it was run on that; ' +
        'use --revision to choose another\n',
    );
    expect(out).toContain('3       lazy_mmu_mode_pause()   -> arch_leave()  c=2 e=0\n');
    const again = await lazymmu(['run'], { stdin: out });
    expect(again.exit).toBe(0);
    expect(again.out).toBe(out);
  });

  test('is compared with the run, and a wrong row is reported', async () => {
    const wrong = QUOTED.replace('arch_leave()     count=2 enabled=0', 'arch_flush()     count=2 enabled=1');
    const { exit, err } = await lazymmu(['run', '--revision', 'v3', 'mail.txt'], { files: { 'mail.txt': wrong } });
    expect(exit).toBe(1);
    expect(err).toBe(
      'mail.txt:5:1: row 3: the table says callback arch_flush(), v3 on arm64 has arch_leave()\n' +
        'mail.txt:5:1: row 3: the table says enabled 1, v3 on arm64 has 0\n',
    );
  });

  test('is wrong under another revision if --revision asks for it', async () => {
    const { exit, err } = await lazymmu(['run', '--revision', 'v6'], { stdin: QUOTED });
    expect(exit).toBe(1);
    expect(err).toContain('<stdin>:3:1: row 1: the table says count 1, v6 on arm64 has no such field\n');
  });
});

describe('a skipped event', () => {
  test('is reported with its place and reason, but is no finding', async () => {
    const program = 'enable after 99 {\n  irq { set k1 }\n}\nbh off\nsoftirq { set k2 }\nbh on\ndisable';
    const { exit, err } = await json(program);
    expect(exit).toBe(0);
    expect(err).toBe(
      '<stdin>:2:3: remark: irq was skipped: after 99: the call did not reach this point\n' +
        '<stdin>:5:1: remark: softirq was skipped: softirqs are disabled: bottom halves are disabled\n',
    );
  });

  test('is reported once, however many backends there are', async () => {
    const { err } = await json('bh on', '--backend', 'none', '--backend', 'arm64');
    expect(err).toBe('<stdin>:1:1: remark: bh on was skipped: bottom halves are not disabled\n');
  });

  test('is located by its row if the text has no lines of its own', async () => {
    expect((await json('EB1')).err).toMatch(/^<stdin>: row 2: remark: bh on was skipped/);
  });

  test('may be a call that never continues', async () => {
    const { err } = await json('enable after 3 { switch B }');
    expect(err).toBe('<stdin>: remark: task A was suspended inside a call and never continued\n');
  });

  test('is omitted after twenty remarks', async () => {
    const { err } = await json('bh on\n'.repeat(1000));
    expect(err.split('\n')).toHaveLength(22);
    expect(err).toMatch(/<stdin>: remark: 980 more remarks are omitted\n$/);
  });
});

describe('bad usage', () => {
  test.each([
    [['--revision', 'v66'], /--revision cannot be "v66"; did you mean "v6"\? \(expected pre, /],
    [['--backend', 'arm'], /--backend cannot be "arm" \(expected none, arm64/],
    [['--era', '6.18'], /--kernel cannot be "6.18"; did you mean "6.19"\? \(expected 6.19, 7.0/],
    [['--checks', 'on'], /--checks cannot be "on" \(expected kernel, stop, off\)/],
    [['--checks', 'kernel', '--no-debug-vm'], /--no-debug-vm means --checks off, but --checks is "kernel"/],
    [['--capacity', '0'], /--capacity cannot be "0" \(expected 1 to 65535\)/],
    [['--capacity', '1e3'], /--capacity cannot be "1e3"/],
    [['--format', 'jsn'], /--format cannot be "jsn"; did you mean "json"\? \(expected program, table/],
  ])('%j is reported', async (options, message) => {
    const { exit, out, err } = await lazymmu(['run', ...options], { stdin: 'enable' });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(message);
  });

  test('an impossible pair is refused with the reason', async () => {
    const { exit, out, err } = await json('enable', '--revision', 'v7.2', '--era', '7.0');
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toBe('<stdin>: v7.2 cannot run on kernel 7.0: it applies to 7.2\n');
  });

  test('a file that cannot be read does not stop the others', async () => {
    const { exit, out, err } = await lazymmu(['run', 'none.txt', 'a'], { files: { a: 'enable' } });
    expect(exit).toBe(2);
    expect(err).toBe('none.txt: no such file or directory\n');
    expect(out).toContain('lazy_mmu_mode_enable()');
  });

  test('a program that costs too much is refused with its cost, and does not stop the others', async () => {
    const files = { long: 'repeat 100000 { set 0..1023 }', a: 'enable' };
    const { exit, out, err } = await lazymmu(['run', 'long', 'a'], { files });
    expect(exit).toBe(2);
    expect(err).toBe('long: running it costs as much as 13516800000 calls; the limit is 3000000 (--max-cost)\n');
    expect(out).toContain('lazy_mmu_mode_enable()');
  });

  test.each([
    ['4', 0],
    ['3', 2],
  ])('with --max-cost %s, a program that costs 4 calls exits with %i', async (limit, code) => {
    for (const command of ['run', 'export']) {
      const argv = [command, '--format', 'letters', '--max-cost', limit];
      expect((await lazymmu(argv, { stdin: 'enable; enable; disable; disable' })).exit).toBe(code);
    }
  });

  test('--max-cost is a positive number', async () => {
    for (const value of ['0', '-1', '1e9', '1234567890', '']) {
      const { exit, err } = await lazymmu(['run', `--max-cost=${value}`], { stdin: 'enable' });
      expect(exit).toBe(2);
      expect(err).toContain(`--max-cost cannot be "${value}" (expected`);
    }
  });

  test('a syntax error names the file, the line, the column and what is expected', async () => {
    const { exit, err } = await lazymmu(['run', 'p'], { files: { p: 'enable\nset k9999\n' } });
    expect(exit).toBe(2);
    expect(err).toMatch(/^p:2:\d+: .*9999.* \(expected .*0 to 1023\)\n$/);
  });
});

describe('input', () => {
  test.each(['', '\n \n', '# only a comment\n'])('of %j is empty, which is an error', async (stdin) => {
    for (const options of [[], ['--each-line']]) {
      const { exit, out, err } = await lazymmu(['run', ...options], { stdin });
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
      expect(err).toBe('<stdin>: the input is empty (expected a program, a link or a call table)\n');
    }
  });

  test('from an empty file is an error that does not stop the others', async () => {
    const { exit, out, err } = await lazymmu(['run', 'empty', 'a'], { files: { empty: '', a: 'enable' } });
    expect(exit).toBe(2);
    expect(err).toMatch(/^empty: the input is empty/);
    expect(out).toContain('lazy_mmu_mode_enable()');
  });

  test('from a terminal starts with a hint on stderr', async () => {
    const typed = await lazymmu(['run', '--format', 'letters'], { stdin: 'enable', terminal: true });
    expect(typed).toEqual({
      exit: 0,
      out: 'E\n',
      err: expect.stringMatching(/^Reading a program from the terminal\..*Ctrl\+D/),
    });
    expect((await lazymmu(['run', 'a'], { files: { a: 'enable' }, terminal: true })).err).toBe('');
  });
});
