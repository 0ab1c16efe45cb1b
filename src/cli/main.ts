import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
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
  readStdin: () => settle(readAll(process.stdin)),
  readFile: (path) => settle(readAll(createReadStream(path))),
  stdout: (text) =>
    new Promise((resolve) => {
      if (isClosed) resolve();
      else process.stdout.write(text, () => resolve());
    }),
  stderr: (text) => {
    process.stderr.write(text);
  },
};

/** Limits the bytes of a file or of standard input. With `--each-line` it may hold many programs. */
const MAX_INPUT = 64 * 1024 * 1024;

const exit = await runCli(process.argv.slice(2), io);
process.exitCode = isClosed && exit === EXIT.clean ? EXIT.closed : exit;

/** Reads no further than the limit: the size of a pipe is not known before, and that of a file may be huge. */
async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > MAX_INPUT) throw new Error(`the input has more than ${MAX_INPUT} bytes`);
  }
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
