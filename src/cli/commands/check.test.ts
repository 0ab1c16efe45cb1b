import { afterEach, describe, expect, test, vi } from 'vitest';
import { lazymmu } from '../testing.ts';

const check = (...options: string[]) => lazymmu(['check', ...options]);
const json = async (...options: string[]) => {
  const { exit, out } = await check('--format', 'json', ...options);
  return { exit, ...(JSON.parse(out) as Record<string, unknown>) };
};

test('a broken rule is one object with its query, a shortest program and its finding', async () => {
  expect(await json('--revision', 'v3-07', '--rule', 'kernel-check.disable.1')).toEqual({
    exit: 1,
    v: 1,
    revision: 'v3-07',
    backend: 'arm64',
    era: '7.0',
    query: {
      kind: 'rule',
      rule: 'kernel-check.disable.1',
      alphabet: ['enable', 'disable', 'pause', 'resume'],
      callers: 'free',
      open: null,
      tasks: 1,
      cpus: 1,
      interrupts: 'none',
      kinds: [],
      preempt: 'none',
      maxLength: null,
      maxStates: 4_000_000,
      checks: 'kernel',
      panicOnWarn: false,
      capacity: null,
    },
    verdict: 'violated',
    states: expect.any(Number),
    length: 1,
    program: 'disable',
    finding: {
      rule: 'kernel-check',
      sub: 'disable.1',
      severity: 'bug',
      clause: 'count == 0',
      values: { count: 0 },
      statement: 1,
    },
  });
});

test.each(['paired', 'balanced'])(
  'T20: a search at its memory limit is inconclusive, with exit code 3: %s',
  async (callers) => {
    const { exit, out } = await check(
      '--callers',
      callers,
      '--tasks',
      '2',
      '--rule',
      'batching-lost',
      '--max-memory',
      '1',
    );
    expect(exit).toBe(3);
    expect(out).toContain('reached its memory limit');
  },
);

test('the printed program runs and breaks the rule', async () => {
  const found = await json(
    '--backend',
    'xen-pv',
    '--callers',
    'paired',
    '--preempt',
    'statements',
    '--rule',
    'arch-bug',
  );
  const { exit, out } = await lazymmu(['run', '--backend', 'xen-pv', '--format', 'json'], {
    stdin: String(found['program' as keyof typeof found]),
  });
  expect(exit).toBe(1);
  expect(out).toContain('"rule":"arch-bug"');
});

test('a rule that holds has the size of its state space and no program', async () => {
  const held = await json('--alphabet', 'enable,disable', '--callers', 'balanced', '--rule', 'ignored-call');
  expect(held).toEqual({
    exit: 0,
    v: 1,
    revision: 'v6',
    backend: 'arm64',
    era: '7.0',
    query: expect.objectContaining({ rule: 'ignored-call', alphabet: ['enable', 'disable'], callers: 'balanced' }),
    verdict: 'holds',
    states: expect.any(Number),
    length: null,
    program: null,
    finding: null,
  });
});

afterEach(() => vi.unstubAllGlobals());

test('exhausted memory is a bound', async () => {
  vi.stubGlobal(
    'Int32Array',
    class {
      constructor() {
        throw new RangeError('Array buffer allocation failed');
      }
    },
  );
  const { exit, out, err } = await check('--rule', 'arch-bug');
  vi.unstubAllGlobals();
  expect({ exit, err }).toEqual({ exit: 3, err: '' });
  expect(out).toContain('bounded: ran out of memory; no program of up to 0 events breaks arch-bug');
});

test('a bound has an exit code of its own', async () => {
  expect(await json('--rule', 'arch-bug', '--max-length', '3')).toMatchObject({
    exit: 3,
    verdict: 'bounded',
    length: 3,
  });
  expect(await json('--rule', 'arch-bug', '--max-states', '9')).toMatchObject({ exit: 3, verdict: 'bounded' });
});

test('a readable verdict names the scope, the problem and the program', async () => {
  const { exit, out, err } = await check('--callers', 'paired', '--rule', 'ignored-call');
  expect({ exit, err }).toEqual({ exit: 1, err: '' });
  expect(out.replace(/\d+ states/, 'N states')).toBe(
    [
      'v6 on arm64 7.0: matched calls; enable, disable, pause, resume',
      'violated: the shortest program that breaks ignored-call has 3 events (searched N states)',
      'warning: disable() was ignored although its enable() took effect (ignored-call.disable)',
      '  enable_count 1, pause_count 1',
      '',
      'enable',
      '  pause',
      '  disable',
      '',
    ].join('\n'),
  );
});

test('a check is named with its macro, as on the page', async () => {
  const { out } = await check('--rule', 'kernel-check');
  expect(out).toContain(
    '\nwarning: VM_WARN_ON_ONCE(enable_count == 0) fires (kernel-check.disable.2)\n' +
      '  disable() must not be called when enable_count is 0.\n  enable_count 0\n',
  );
});

test('a state is found by its description', async () => {
  const found = await json('--reach', 'enable = 2, pause = 1');
  expect(found).toMatchObject({
    exit: 1,
    query: { kind: 'reach', state: 'enable_count = 2, pause_count = 1' },
    length: 3,
    program: 'enable; enable; pause',
    finding: null,
  });
  const { exit, out } = await check('--reach', 'pause_count = 1', '--alphabet', 'E,D', '--callers', 'paired');
  expect(exit).toBe(0);
  expect(out).toContain('holds: no program reaches pause_count = 1; the whole reachable space has');
  const wrong = await check('--reach', 'enable = 2, puase_count = 1', '--rule', 'arch-bug');
  expect(wrong.exit).toBe(2);
  expect(wrong.err.trim().split('\n')).toEqual([
    'lazymmu check: --reach and --rule exclude each other',
    expect.stringContaining('--reach:1:13: "puase_count" is not part of the state; did you mean "pause_count"?'),
  ]);
});

test('several backends give one verdict after the other, and the worst decides the exit code', async () => {
  const options = ['--rule', 'preempt-forbidden', '--alphabet', 'enable,disable,switch', '--callers', 'balanced'];
  const { exit, out } = await check('--format', 'json', '--backend', 'arm64', '--backend', 'sparc64', ...options);
  expect(out.split('\n').map((line) => /"verdict":"(\w+)"/.exec(line)?.[1])).toEqual(['holds', 'violated', undefined]);
  expect(exit).toBe(1);
});

describe('the alphabet', () => {
  test('may contain page operations, sleep and bottom halves', async () => {
    expect(await json('--alphabet', 'enable, set k1,sleep', '--rule', 'sleep-in-section')).toMatchObject({ length: 2 });
    expect(await json('--alphabet', 'bh,E', '--rule', 'arch-bug')).toMatchObject({ verdict: 'holds' });
  });

  test('allows interrupts between calls if it contains one', async () => {
    const found = await json('--alphabet', 'enable,irq', '--revision', 'v4-07', '--rule', 'interrupt-isolation');
    expect(found).toMatchObject({ length: 2, program: 'enable; irq { }' });
  });

  test.each([
    ['enalbe', '--alphabet cannot contain "enalbe": "enalbe" is not an event'],
    ['irq { enable }', '--alphabet cannot contain "irq { enable }" (expected one event'],
    ['note "x"', '--alphabet cannot contain "note "x"" (expected one event'],
    ['E D', '--alphabet cannot contain "E D" (expected one event'],
  ])('rejects %s', async (word, message) => {
    const { exit, err } = await check('--alphabet', word);
    expect(exit).toBe(2);
    expect(err).toContain(`lazymmu check: ${message}`);
  });
});

test('all mistakes are reported', async () => {
  const { exit, out, err } = await check(
    ...[
      'file',
      '--rule',
      'arch-bgu',
      '--callers',
      'legal:v9',
      '--tasks',
      '3',
      '--max-length',
      '0',
      '--revision',
      'v66',
    ],
    ...['--interrupts', 'none', '--preempt', 'none', '--alphabet', 'irq,switch'],
  );
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err.trim().split('\n')).toEqual([
    'lazymmu check: unexpected operand "file": this command reads no input',
    expect.stringContaining('--revision cannot be "v66"'),
    'lazymmu check: --tasks cannot be "3" (expected 1 or 2)',
    'lazymmu check: --alphabet has "irq", but --interrupts is "none"',
    'lazymmu check: --alphabet has "switch", but --preempt is "none"',
    'lazymmu check: --callers cannot be "legal:v9": no revision "v9" ("lazymmu list revisions")',
    'lazymmu check: --max-length cannot be "0" (expected 1 to 999999999)',
    expect.stringContaining('--rule cannot be "arch-bgu"; did you mean "arch-bug"?'),
  ]);
});

test('an impossible pair and an impossible scope are refused', async () => {
  expect((await check('--revision', 'pre', '--era', '7.0')).err).toContain('pre cannot run on kernel 7.0');
  const { exit, err } = await check('--callers', 'legal:v3', '--preempt', 'statements');
  expect(exit).toBe(2);
  expect(err).toContain('between calls');
});

test('--open limits what paired callers have open', async () => {
  const found = await json('--callers', 'paired', '--open', '3,1', '--rule', 'arch-bug');
  expect(found).toMatchObject({ verdict: 'holds', states: 256 * 4 * 2 });
  const text = await check('--callers', 'paired', '--open', '0,1', '--rule', 'arch-bug');
  expect(text.out).toContain('matched calls; at most 0 enables and 1 pause open;');
  expect((await check('--open', '3,1')).err).toContain('--open needs --callers paired, balanced or legal:REVISION');
  expect((await check('--callers', 'paired', '--open', '3,256')).err).toContain('two numbers up to 255');
});
