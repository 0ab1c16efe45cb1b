import { expect, test } from 'vitest';
import { lazymmu } from '../testing.ts';

const promela = (...options: string[]) => lazymmu(['promela', ...options]);

test('a model says what it is of and how it is run, and has each statement of the helpers', async () => {
  const { exit, out, err } = await promela('--revision', 'v4', '--rule', 'kernel-check.disable', '--callers', 'paired');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(/^\/\*\n \* v4, whole series \(v4\): every order of enable, disable, pause, resume\./);
  expect(out).toContain('Asserted: kernel-check.disable never breaks.');
  expect(out).toContain('spin -o2 -a model.pml');
  expect(out).toContain('/* 4: write nesting_level */');
  // The two checks of disable are asserted, those of enable are not.
  expect(out.match(/assert\(/g)).toHaveLength(2);
});

test('a bound on the length is a variable', async () => {
  expect((await promela('--max-length', '7')).out).toContain('#define fits(cost) (length + cost <= 7)');
  expect((await promela()).out).not.toContain('length');
});

test('callers who nest have a stack, and each CPU its task', async () => {
  const { exit, out } = await promela('--callers', 'balanced', '--open', '2,1', '--cpus', '2');
  expect(exit).toBe(0);
  expect(out).toContain('int opened[1] = 1;');
  expect(out).toContain('/* the program goes on with B on CPU 1 */');
  expect((await promela('--callers', 'balanced', '--max-length', '9')).exit).toBe(0);
});

test('a rule is a formula where that is asked for', async () => {
  const { out } = await promela('--rule', 'kernel-check', '--ltl');
  expect(out).toContain('Claimed by a formula: kernel-check never breaks.');
  expect(out).toContain('ltl never_breaks { [] (fired == 0) }');
  expect(out).not.toContain('assert(');
});

test('what a model cannot say is refused, all of it', async () => {
  const asked = ['--callers', 'balanced', '--alphabet', 'enable,set k1,softirq', '--rule', 'arch-bug'];
  const { exit, out, err } = await promela(...asked, 'file');
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain('"file" stands there');
  expect((await promela(...asked)).err.trim().split('\n')).toEqual([
    expect.stringContaining('no page event'),
    expect.stringContaining('irq alone'),
    expect.stringContaining('balanced callers need a stack'),
    expect.stringContaining('arch-bug cannot be asserted'),
  ]);
});

test.each([
  [['--rule', 'arch-bgu'], 'did you mean "arch-bug"?'],
  [['--callers', 'legal:v3'], 'callers legal in v3 need its state beside that of v6'],
  [['--rule', 'active-outside-section'], 'for paired and balanced callers alone'],
  [['--revision', 'pre', '--rule', 'sleep-in-section'], 'pre has no question whether the mode is active'],
  [['--ltl'], 'a formula is about a rule'],
  [['--callers', 'balanced', '--open', '20,20'], 'at most 30 open'],
  [['--backend', 'xen-pv'], 'unknown option "--backend"'],
])('%j is refused', async (options, message) => {
  const { exit, err } = await promela(...options);
  expect(exit).toBe(2);
  expect(err).toContain(message);
});
