import { expect, test } from 'vitest';
import { lazymmu } from '../testing.ts';

test('help prints the help of a command, and its own', async () => {
  expect((await lazymmu(['help', 'diff'])).out).toMatch(/^usage: lazymmu diff --left X --right X /);
  expect((await lazymmu(['help', 'help'])).out).toMatch(/^usage: lazymmu help \[COMMAND\]/);
});

test('help for an unknown command or for two commands is an error', async () => {
  const unknown = await lazymmu(['help', 'chekc']);
  expect({ exit: unknown.exit, out: unknown.out }).toEqual({ exit: 2, out: '' });
  expect(unknown.err).toContain('lazymmu help: the command cannot be "chekc"; did you mean "check"?');
  expect((await lazymmu(['help', 'run', 'diff'])).err).toBe(
    'lazymmu help: unexpected operand "diff" (expected one command)\n',
  );
});
