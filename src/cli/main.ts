import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import { err, type Result } from '../lib/result.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { EXIT, type Io } from './io.ts';
import { runCli } from './run-cli.ts';

/** The only file of the command that uses the process. */

// A reader that closes early, as `head` does, gets no message. The rest of the output is dropped, and the exit code says so.
let isClosed = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  isClosed = true;
  if (error.code === 'EPIPE') return;
  process.stderr.write(`lazymmu: cannot write to standard output: ${reasonOf(error)}\n`);
  process.exit(EXIT.bug);
});
process.stderr.on('error', () => {
  isClosed = true;
});

// It is two folders above both src/cli and dist/cli.
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
  version: string;
};

const io: Io = {
  version,
  isStdinTerminal: isatty(0),
  readStdin: () => settle(readAllOfStdin()),
  readFile: (path) => settle(readFile(path)),
  stdout: (text) =>
    new Promise((resolve) => {
      if (isClosed) resolve();
      else process.stdout.write(text, () => resolve());
    }),
  stderr: (text) => {
    process.stderr.write(text);
  },
};

const exit = await runCli(process.argv.slice(2), io);
process.exitCode = isClosed && exit === EXIT.clean ? EXIT.closed : exit;

async function readAllOfStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function settle(bytes: Promise<Buffer>): Promise<Result<string, string>> {
  try {
    return decodeUtf8(await bytes);
  } catch (error) {
    return err(reasonOf(error));
  }
}

/** Shortens `ENOENT: no such file or directory, open 'x'` to its middle: the message around it names the file. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^[A-Z]+: /, '').replace(/, \w+(?: '.*')?$/s, '');
}
