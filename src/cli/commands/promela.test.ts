import { expect, test } from 'vitest';
import { lazymmu } from '../testing.ts';

const promela = (...options: string[]) => lazymmu(['promela', ...options]);

test('a model says what it models and how to run it, and has each statement of the helpers', async () => {
  const { exit, out, err } = await promela('--revision', 'v4', '--rule', 'kernel-check.disable', '--callers', 'paired');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(
    /^\/\*\n \* v4, whole series \(v4\) on arm64 7\.0: every sequence of enable, disable, pause, resume\./,
  );
  expect(out).toContain('Assertions claim that kernel-check.disable never breaks.');
  expect(out).toContain('spin -o2 -a model.pml');
  expect(out).toContain('/* 4: write nesting_level */');
  // The two checks of disable are asserted, those of enable are not.
  expect(out.match(/assert\(/g)).toHaveLength(2);
});

test('an architecture is selected as for check', async () => {
  const chosen = [
    '--backend',
    'xen-pv',
    '--kernel',
    '7.0',
    '--capacity',
    '2',
    '--alphabet',
    'enable,disable,set k1,read k1',
  ];
  const { exit, out, err } = await promela(...chosen, '--callers', 'paired', '--rule', 'stale-read');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toContain('on xen-pv 7.0: every sequence of enable, disable, set k1, read k1.');
  expect(out).toContain('updates 2 of 2 (kernel: 31)');
});

test('--max-length becomes a variable of the model', async () => {
  expect((await promela('--max-length', '7')).out).toContain('#define fits(cost) (length + cost <= 7)');
  expect((await promela()).out).not.toContain('length');
});

test('properly nested calls have a stack, and each CPU has a task', async () => {
  const { exit, out } = await promela('--callers', 'balanced', '--open', '2,1', '--cpus', '2');
  expect(exit).toBe(0);
  expect(out).toContain('int opened[1] = 1;');
  expect(out).toContain('/* the program continues with B on CPU 1 */');
  expect((await promela('--callers', 'balanced', '--max-length', '9')).exit).toBe(0);
});

test('--ltl states the rule as a formula', async () => {
  const { out } = await promela('--rule', 'kernel-check', '--ltl');
  expect(out).toContain('An LTL formula claims that kernel-check never breaks.');
  expect(out).toContain('ltl never_breaks { [] (fired == 0) }');
  expect(out).not.toContain('assert(');
});

test('everything that a model cannot express is refused', async () => {
  const asked = ['--callers', 'balanced', '--alphabet', 'enable,bh,softirq', '--rule', 'ignored-call'];
  const { exit, out, err } = await promela(...asked, 'file');
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain('unexpected operand "file"');
  expect((await promela(...asked)).err.trim().split('\n')).toEqual([
    expect.stringContaining('cannot contain bh events'),
    expect.stringContaining('only irq'),
    expect.stringContaining('properly nested calls need a stack'),
    expect.stringContaining('ignored-call reads state that a model does not contain'),
  ]);
});

test.each([
  [['--rule', 'arch-bgu'], 'did you mean "arch-bug"?'],
  [['--callers', 'legal:v3'], 'calls legal in v3 would need its state beside that of v6'],
  [['--rule', 'active-outside-section'], 'which needs --callers paired or balanced'],
  [['--revision', 'pre', '--rule', 'sleep-in-section'], 'pre does not record whether the mode is active'],
  [['--ltl'], '--ltl needs a rule'],
  [['--callers', 'balanced', '--open', '20,20'], 'limit it to 30 open'],
  [['--backend', 'xen-pv', '--backend', 'arm64'], '--backend'],
  [['--revision', 'v7.2', '--backend', 'xen-pv', '--tasks', '2'], 'its context switch calls __task_pause'],
])('%j is refused', async (options, message) => {
  const { exit, err } = await promela(...options);
  expect(exit).toBe(2);
  expect(err).toContain(message);
});
