import { err, ok } from '../lib/result.ts';
import type { Io } from './io.ts';
import { runCli } from './run-cli.ts';

/** The result of one call. */
export interface CliResult {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

interface CliSurroundings {
  readonly stdin?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
}

/** Runs `lazymmu` with a text on standard input, in a folder with these files. */
export async function lazymmu(
  argv: readonly string[],
  { stdin = '', files = {}, terminal = false }: CliSurroundings = {},
): Promise<CliResult> {
  const texts = { out: '', err: '' };
  const io: Io = {
    version: '1.2.3',
    isStdinTerminal: terminal,
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

/** Parses the output of `--format json`: one object on each line. */
export const parseJsonLines = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
