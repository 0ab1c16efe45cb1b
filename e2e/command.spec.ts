/** The built `lazymmu` as a process: pipes that close, files of any size, and a heap that is too small. */
import { spawn } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';

const start = (argv: readonly string[], flags: readonly string[] = []) =>
  spawn(process.execPath, [...flags, 'dist/cli/lazymmu.js', ...argv], { stdio: ['pipe', 'pipe', 'pipe'] });

const exitOf = (command: ReturnType<typeof start>) =>
  new Promise<number | null>((resolve) => command.on('close', (code) => resolve(code)));

async function run(argv: readonly string[], flags: readonly string[] = []) {
  const command = start(argv, flags);
  command.stdin.end();
  const [out, err, exit] = await Promise.all([text(command.stdout), text(command.stderr), exitOf(command)]);
  return { out, err, exit };
}

test('a reader that closes standard output early ends the command with 141 and without a message', async () => {
  const command = start(['run', '--format', 'json']);
  command.stdin.end('repeat 50000 { enable; disable }');
  command.stdout.once('data', () => command.stdout.destroy());
  const [err, exit] = await Promise.all([text(command.stderr), exitOf(command)]);
  expect({ err, exit }).toEqual({ err: '', exit: 141 });
});

test('T16: a file is refused for what it holds up to 64 MiB, and beyond without reading it all', async () => {
  const folder = test.info().outputPath('files');
  mkdirSync(folder, { recursive: true });
  const refused = async (size: number) => {
    const path = join(folder, `${size}`);
    const file = openSync(path, 'w');
    // Full of zero bytes, which take no place on the disk.
    ftruncateSync(file, size);
    closeSync(file);
    const { out, err, exit } = await run(['run', path]);
    expect({ out, exit }).toEqual({ out: '', exit: 2 });
    return err.replace(`${path}:`, '');
  };
  expect(await refused(1_000_000)).toMatch(/^1:1: /);
  expect(await refused(10_000_000)).toContain('the text has 10000000 characters (expected at most 4194304)');
  for (const size of [100_000_000, 1_000_000_000]) {
    expect(await refused(size)).toBe(' the input has more than 67108864 bytes\n');
  }
});

test('T20: a search that stops at its memory limit says so and exits with 3, with little more heap than that', async () => {
  const argv = ['check', '--callers', 'balanced', '--tasks', '2', '--rule', 'ignored-call', '--max-memory', '100'];
  const { out, err, exit } = await run(argv, ['--max-old-space-size=200']);
  expect({ err, exit }).toEqual({ err: '', exit: 3 });
  expect(out).toContain('memory');
});
