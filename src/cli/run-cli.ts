import { nearest } from '../notation/text/suggest.ts';
import { readArguments } from './arguments.ts';
import { cliCommands } from './commands/index.ts';
import { COMMON_OPTIONS, formatHelp, formatOverview } from './help.ts';
import { EXIT, type Io } from './io.ts';

/** Runs `lazymmu` with the arguments after its name and resolves to the exit code. */
export async function runCli(argv: readonly string[], outer: Io): Promise<number> {
  const io: Io = { ...outer, stderr: (text) => outer.stderr(replaceControlCharacters(text)) };
  try {
    return await dispatch(argv, io);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    io.stderr(`lazymmu: internal error (a bug in lazymmu, not in your input): ${message}\n`);
    return EXIT.bug;
  }
}

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<number> {
  if (name === '--version' || name === '-V') return print(io, `lazymmu ${io.version}\n`);
  if (name === '--help' || name === '-h') return print(io, formatOverview(cliCommands.all));
  if (name === undefined) {
    io.stderr(formatOverview(cliCommands.all));
    return EXIT.usage;
  }
  const command = cliCommands.find(name);
  if (!command) {
    const meant = nearest(name, cliCommands.ids);
    const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
    const what = name.startsWith('-') ? 'option' : 'command';
    io.stderr(`lazymmu: unknown ${what} "${name}"${hint} (expected ${cliCommands.ids.join(', ')})\n`);
    return EXIT.usage;
  }
  const args = readArguments({ ...command.options, ...COMMON_OPTIONS }, rest);
  if (!args.ok) {
    for (const message of args.error) io.stderr(`lazymmu ${name}: ${message}\n`);
    io.stderr(`Run "lazymmu ${name} --help" for its options.\n`);
    return EXIT.usage;
  }
  if (args.value.has('help')) return print(io, formatHelp(command));
  if (args.value.has('version')) return print(io, `lazymmu ${io.version}\n`);
  return command.run(args.value, io, cliCommands);
}

async function print(io: Io, text: string): Promise<number> {
  await io.stdout(text);
  return EXIT.clean;
}

// Messages quote the input, and a terminal would obey the control characters in it.
const replaceControlCharacters = (text: string): string => text.replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '\ufffd');
