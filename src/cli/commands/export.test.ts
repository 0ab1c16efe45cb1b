import { expect, test } from 'vitest';
import { formats } from '../../formats/index.ts';
import { lazymmu } from '../testing.ts';

const SIX = 'enable; enable; pause; resume; disable; disable';

test.each(formats.ids)('%s is written, and a readable format gives the same program again', async (id) => {
  const { exit, out, err } = await lazymmu(['export', '--format', id], { stdin: SIX });
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).not.toBe('');
  if (!formats.get(id).read) return;
  const again = await lazymmu(['export', '--format', id], { stdin: out });
  expect(again).toEqual({ exit: 0, out, err: '' });
});

test('findings do not change the exit code', async () => {
  expect(await lazymmu(['export', '--format', 'letters'], { stdin: 'enable; disable; disable' })).toEqual({
    exit: 0,
    out: 'EDD\n',
    err: '',
  });
});

test('readable texts are separated by a blank line, others are not', async () => {
  const both = { files: { a: 'enable', b: 'disable' } };
  expect((await lazymmu(['export', '--format', 'program', 'a', 'b'], both)).out).toBe('enable\n\ndisable\n');
  expect((await lazymmu(['export', '--format', 'letters', 'a', 'b'], both)).out).toBe('E\nD\n');
});

test('a link contains all backends', async () => {
  const argv = ['export', '--format', 'link', '--backend', 'none', '--backend', 'arm64'];
  expect((await lazymmu(argv, { stdin: 'EP' })).out).toBe('#1/v6/none-7.0_arm64-7.0/EP/0\n');
});

test('a program that a format cannot express is refused with the reason', async () => {
  const { exit, out, err } = await lazymmu(['export', '--format', 'original'], { stdin: 'enable\nset k1' });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toBe('<stdin>: cannot be written as "original": row 2 (set k1) is not a plain call by a single task\n');
});

test('--format is required', async () => {
  const { exit, err } = await lazymmu(['export'], { stdin: SIX });
  expect(exit).toBe(2);
  expect(err).toBe(`lazymmu export: --format is missing (expected ${formats.ids.join(', ')})\n`);
});
