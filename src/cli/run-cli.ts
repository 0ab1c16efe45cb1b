import { nearest } from '../notation/text/suggest.ts';
import { readArguments } from './arguments.ts';
import { commands } from './commands/index.ts';
import { COMMON, helpOf, overview } from './help.ts';
import { EXIT, type Io } from './io.ts';

/** The whole `lazymmu` command on the arguments behind its name; resolves to the exit code. */
export async function runCli(argv: readonly string[], outer: Io): Promise<number> {
  const io: Io = { ...outer, stderr: (text) => outer.stderr(harmless(text)) };
  try {
    return await dispatch(
      argv.map((word) => (word === '-h' ? '--help' : word)),
      io,
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    io.stderr(`lazymmu: sorry, this is a bug of lazymmu and not of your input: ${message}\n`);
    return EXIT.bug;
  }
}

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<number> {
  if (name === '--version') return print(io, `lazymmu ${io.version}\n`);
  if (name === '--help') return print(io, overview());
  if (name === undefined) {
    io.stderr(overview());
    return EXIT.usage;
  }
  const command = commands.find(name);
  if (!command) {
    const meant = nearest(name, commands.ids);
    const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
    const what = name.startsWith('-') ? 'option' : 'command';
    io.stderr(`lazymmu: unknown ${what} "${name}"${hint} (expected ${commands.ids.join(', ')})\n`);
    return EXIT.usage;
  }
  const args = readArguments({ ...command.options, ...COMMON }, rest);
  if (!args.ok) {
    for (const message of args.error) io.stderr(`lazymmu ${name}: ${message}\n`);
    io.stderr(`lazymmu ${name} --help lists the options\n`);
    return EXIT.usage;
  }
  if (args.value.has('help')) return print(io, helpOf(command));
  if (args.value.has('version')) return print(io, `lazymmu ${io.version}\n`);
  return command.run(args.value, io);
}

async function print(io: Io, text: string): Promise<number> {
  await io.stdout(text);
  return EXIT.clean;
}

// Messages quote the input, and a terminal obeys the control characters that it may hold.
const harmless = (text: string): string => text.replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '\ufffd');
