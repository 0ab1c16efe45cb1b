import { expect, test } from 'vitest';
import type { OptionSpec } from './arguments.ts';
import { cliCommands } from './commands/index.ts';
import { runCli } from './run-cli.ts';
import { lazymmu } from './testing.ts';

test('lazymmu without a command prints its usage and fails', async () => {
  const { exit, out, err } = await lazymmu([]);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toMatch(/^usage: lazymmu COMMAND/);
});

test('the help names every command', async () => {
  const { exit, out } = await lazymmu(['--help']);
  expect(exit).toBe(0);
  for (const same of ['-h', 'help']) expect((await lazymmu([same])).out).toBe(out);
  for (const id of cliCommands.ids) expect(out).toContain(`\n  ${id} `);
});

test.each(cliCommands.all)('$id --help lists its options', async ({ id, options }) => {
  const { exit, out, err } = await lazymmu([id, '--help']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  for (const name of [...Object.keys(options), 'help', 'version'])
    expect(out).toMatch(new RegExp(`\\n  --${name}[ ,]`));
  for (const { aliases = [] } of Object.values<OptionSpec>(options))
    for (const alias of aliases) expect(out).toContain(`; alias --${alias}`);
  expect((await lazymmu([id, '-h'])).out).toBe(out);
  expect((await lazymmu(['help', id])).out).toBe(out);
  expect(out.split('\n').filter((line) => line.length > 130)).toEqual([]);
});

test('the version is printed with and without a command', async () => {
  expect(await lazymmu(['--version'])).toEqual({ exit: 0, out: 'lazymmu 1.2.3\n', err: '' });
  for (const argv of [['-V'], ['run', '--version'], ['run', '-V']]) {
    expect(await lazymmu(argv)).toEqual({ exit: 0, out: 'lazymmu 1.2.3\n', err: '' });
  }
});

test('an unknown command or option is an error that names the most similar one', async () => {
  expect(await lazymmu(['exprot'])).toEqual({
    exit: 2,
    out: '',
    err: `lazymmu: unknown command "exprot"; did you mean "export"? (expected ${cliCommands.ids.join(', ')})\n`,
  });
  expect((await lazymmu(['--frob'])).err).toMatch(/^lazymmu: unknown option "--frob" \(expected run,/);
  const { exit, err } = await lazymmu(['run', '--chekcs', 'off', '--zzzzz']);
  expect(exit).toBe(2);
  expect(err).toBe(
    'lazymmu run: unknown option "--chekcs"; did you mean --checks?\n' +
      'lazymmu run: unknown option "--zzzzz"\nRun "lazymmu run --help" for its options.\n',
  );
});

test('an internal error is reported as a bug in lazymmu and exits with 70', async () => {
  let err = '';
  const exit = await runCli(['run'], {
    version: '1',
    isStdinTerminal: false,
    readStdin: () => Promise.reject(new Error('the cat sat on it')),
    readFile: () => Promise.reject(new Error('no')),
    stdout: () => Promise.resolve(),
    stderr: (text) => {
      err += text;
    },
  });
  expect(exit).toBe(70);
  expect(err).toMatch(/^lazymmu: internal error .*: the cat sat on it\n$/);
});

test('control characters of the input do not reach the terminal', async () => {
  const { err } = await lazymmu(['run'], { stdin: 'en\u001b[2Jable\u202e' });
  expect(err).toContain('<stdin>:1:');
  expect(err).not.toContain('\u001b');
  expect(err).not.toContain('\u202e');
});
