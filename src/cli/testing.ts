import { err, ok } from '../lib/result.ts';
import type { Io } from './io.ts';
import { runCli } from './run-cli.ts';

/** What a call of the command left behind. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `lazymmu` with a text on standard input, in a folder with these files. */
export async function lazymmu(
  argv: readonly string[],
  { stdin = '', files = {} }: { stdin?: string; files?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  const texts = { out: '', err: '' };
  const io: Io = {
    version: '1.2.3',
    readStdin: () => Promise.resolve(ok(stdin)),
    readFile: (path) =>
      Promise.resolve(Object.hasOwn(files, path) ? ok(files[path] ?? '') : err('no such file or directory')),
    stdout(text) {
      texts.out += text;
      return Promise.resolve();
    },
    stderr(text) {
      texts.err += text;
    },
  };
  return { exit: await runCli(argv, io), ...texts };
}

/** The steps of `--format json`. */
export const stepsIn = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
