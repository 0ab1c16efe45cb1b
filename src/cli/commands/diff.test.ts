import { expect, test } from 'vitest';
import { lazymmu } from '../testing.ts';

const diff = (...options: string[]) => lazymmu(['diff', ...options]);
const json = async (...options: string[]) => {
  const { exit, out } = await diff('--format', 'json', ...options);
  return { exit, ...(JSON.parse(out) as Record<string, unknown>) };
};

test('a difference is one object with a shortest program', async () => {
  expect(await json('--left', 'v4', '--right', 'v6', '--callers', 'balanced')).toEqual({
    exit: 1,
    v: 1,
    revision: ['v4', 'v6'],
    backend: ['arm64', 'arm64'],
    era: ['7.0', '7.0'],
    query: expect.objectContaining({ kind: 'difference', callers: 'balanced', tasks: 1, checks: 'kernel' }),
    verdict: 'violated',
    states: expect.any(Number),
    length: 1,
    program: 'pause',
    finding: {
      rule: 'difference',
      sub: 'pause',
      severity: 'warning',
      clause: 'no observable difference',
      values: {
        differs: 'callbacks, checks',
        left: 'callbacks: leave; checks: VM_WARN_ON; active: no',
        right: 'callbacks: none; checks: none; active: no',
      },
      statement: null,
    },
  });
});

test('v3 and v6 do not differ for calls that are legal in v3', async () => {
  expect(await json('--left', 'v3', '--right', 'v6', '--callers', 'legal:v3')).toMatchObject({
    exit: 0,
    verdict: 'holds',
    length: null,
    program: null,
    finding: null,
  });
});

test('a readable verdict is followed by both traces', async () => {
  const { exit, out } = await diff('--left', 'v4', '--right', 'v6');
  expect(exit).toBe(1);
  expect(out).toContain('v4 on arm64 7.0 against v6 on arm64 7.0: any calls; enable, disable, pause, resume\n');
  expect(out).toMatch(
    /\ndiffers at disable: checks, active\n {2}left: callbacks: flush; .*\n {2}right: callbacks: flush; .*\n/,
  );
  expect(out.match(/^1 {3}lazy_mmu_mode_\w+\(\)/gm)).toHaveLength(2);
});

test('a side may name its architecture and kernel release', async () => {
  const sides = ['--left', 'v6@xen-pv/7.0', '--right', '7.1@xen-pv/7.1', '--callers', 'balanced'];
  expect(await json(...sides, '--max-length', '6')).toMatchObject({ exit: 3, verdict: 'bounded', length: 6 });
  expect((await diff('--left', 'v3', '--right', 'v6', '--backend', 'sparc64', '--max-length', '1')).out).toContain(
    'v3 on sparc64 7.0 against v6 on sparc64 7.0',
  );
});

test('all mistakes are reported', async () => {
  const { exit, out, err } = await diff('--left', 'v6@xenpv/7', '--preempt', 'statements');
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err.trim().split('\n')).toEqual([
    expect.stringContaining('the backend of --left cannot be "xenpv"; did you mean "xen-pv"?'),
    'lazymmu diff: --right is missing (expected a revision, or revision@backend, or revision@backend/kernel)',
    expect.stringContaining('between calls'),
  ]);
  expect((await diff('--left', 'v6/7.1', '--right', 'v6@arm64/8')).err).toMatch(
    /--left cannot be "v6\/7\.1".*\n.*kernel release of --right cannot be "8"/,
  );
});
