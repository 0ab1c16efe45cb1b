import { expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { runCli } from './run-cli.ts';
import { lazymmu } from './testing.ts';

test('without a command it prints its usage as a mistake', async () => {
  const { exit, out, err } = await lazymmu([]);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toMatch(/^usage: lazymmu COMMAND/);
});

test('help names every command', async () => {
  const { exit, out } = await lazymmu(['--help']);
  expect(exit).toBe(0);
  for (const id of commands.ids) expect(out).toContain(`\n  ${id} `);
});

test.each(commands.all)('$id --help lists its options', async ({ id, options }) => {
  const { exit, out, err } = await lazymmu([id, '--help']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  for (const name of [...Object.keys(options), 'help', 'version']) expect(out).toContain(`\n  --${name} `);
  expect((await lazymmu([id, '-h'])).out).toBe(out);
  expect(out.split('\n').filter((line) => line.length > 130)).toEqual([]);
});

test('the version can be asked for anywhere', async () => {
  expect(await lazymmu(['--version'])).toEqual({ exit: 0, out: 'lazymmu 1.2.3\n', err: '' });
  expect(await lazymmu(['run', '--version'])).toEqual({ exit: 0, out: 'lazymmu 1.2.3\n', err: '' });
});

test('an unknown command or option names the nearest', async () => {
  expect(await lazymmu(['exprot'])).toEqual({
    exit: 2,
    out: '',
    err: `lazymmu: unknown command "exprot"; did you mean "export"? (expected ${commands.ids.join(', ')})\n`,
  });
  expect((await lazymmu(['--frob'])).err).toMatch(/^lazymmu: unknown option "--frob" \(expected run,/);
  const { exit, err } = await lazymmu(['run', '--chekcs', 'off', '--zzzzz']);
  expect(exit).toBe(2);
  expect(err).toBe(
    'lazymmu run: unknown option "--chekcs"; did you mean --checks?\n' +
      'lazymmu run: unknown option "--zzzzz"\nlazymmu run --help lists the options\n',
  );
});

test('a bug of ours apologises, says what it was, and exits with 70', async () => {
  let err = '';
  const exit = await runCli(['run'], {
    version: '1',
    readStdin: () => Promise.reject(new Error('the cat sat on it')),
    readFile: () => Promise.reject(new Error('no')),
    stdout: () => Promise.resolve(),
    stderr: (text) => {
      err += text;
    },
  });
  expect(exit).toBe(70);
  expect(err).toMatch(/^lazymmu: sorry, .*: the cat sat on it\n$/);
});

test('what the input holds does not command the terminal', async () => {
  const { err } = await lazymmu(['run'], { stdin: 'en\u001b[2Jable\u202e' });
  expect(err).toContain('<stdin>:1:');
  expect(err).not.toContain('\u001b');
  expect(err).not.toContain('\u202e');
});
