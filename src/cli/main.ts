import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../lib/result.ts';
import { EXIT, type Io } from './io.ts';
import { runCli } from './run-cli.ts';

/** The only file of the command that knows the process. */

/** A reader that goes away early, as `head` does, is no fault: what is left is thrown away. */
let unread = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  unread = true;
  if (error.code === 'EPIPE') return;
  process.stderr.write(`lazymmu: standard output cannot be written: ${reasonOf(error)}\n`);
  process.exit(EXIT.bug);
});
process.stderr.on('error', () => {
  unread = true;
});

// Both src/cli and dist/cli lie two folders below it.
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
  version: string;
};

const io: Io = {
  version,
  readStdin: () => reading(textOfStdin()),
  readFile: (path) => reading(readFile(path, 'utf8')),
  stdout: (text) =>
    new Promise((resolve) => {
      if (unread) resolve();
      else process.stdout.write(text, () => resolve());
    }),
  stderr: (text) => {
    process.stderr.write(text);
  },
};

process.exitCode = await runCli(process.argv.slice(2), io);

async function textOfStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function reading(text: Promise<string>): Promise<Result<string, string>> {
  try {
    return ok(await text);
  } catch (error) {
    return err(reasonOf(error));
  }
}

/** `ENOENT: no such file or directory, open 'x'` without what the message around it says already. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^[A-Z]+: /, '').replace(/, \w+(?: '.*')?$/s, '');
}
